export type Size = { width: number; height: number };

/** An image's size when its longest side is `side`: whole pixels, each side one at least. */
export function scaledSize({ width, height }: Size, side: number): Size {
  const factor = side / Math.max(width, height);
  const scaled = (length: number) => Math.max(1, Math.round(length * factor));
  return { width: scaled(width), height: scaled(height) };
}
