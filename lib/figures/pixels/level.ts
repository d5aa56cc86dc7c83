import type { Pixels } from '@/lib/protocol';

export type Range = { low: number; high: number };

/** The level of what is no finite number, and the highest of what is. */
export const BROKEN = 255;
export const HIGHEST = 254;

export function rangeAt({ ranges }: Pixels, image: number): Range {
  return { low: ranges[2 * image] ?? 0, high: ranges[2 * image + 1] ?? 0 };
}

export function valueOf(level: number, { low, high }: Range): number {
  return level === BROKEN ? NaN : low + ((high - low) * level) / HIGHEST;
}

/** The number at one pixel, as exactly as a byte keeps it. */
export function pixelValue(
  pixels: Pixels,
  image: number,
  { row, column, channel = 0 }: { row: number; column: number; channel?: number },
): number {
  const { height, width, channels, levels } = pixels;
  const at = ((image * height + row) * width + column) * channels + channel;
  return valueOf(levels[at] ?? BROKEN, rangeAt(pixels, image));
}

/** The smallest range that holds all of these; 0 to 0 for none. */
export function unionOf(ranges: readonly Range[]): Range {
  if (ranges.length === 0) return { low: 0, high: 0 };
  return {
    low: Math.min(...ranges.map((range) => range.low)),
    high: Math.max(...ranges.map((range) => range.high)),
  };
}

/** Only of the images that have a number at all: the range of one without any says nothing. */
export function knownRangesOf(pixels: Pixels): Range[] {
  return rangesOf(pixels).filter((_, image) => hasNumber(pixels, image));
}

/** Whether any pixel of the image is a finite number. */
export function hasNumber({ height, width, channels, levels }: Pixels, image: number): boolean {
  const size = height * width * channels;
  return levels.subarray(image * size, (image + 1) * size).some((one) => one !== BROKEN);
}

export function rangesOf(pixels: Pixels): Range[] {
  return Array.from({ length: pixels.count }, (_, image) => rangeAt(pixels, image));
}
