import type { Extent, Rect } from '../figure-module';

/** Where things stand. The planes are square; the two small ones are null where noise has not two numbers. */
export type Layout = Extent & {
  plot: Rect;
  key: Rect;
  noise: Rect | null;
  warped: Rect | null;
};

const LEFT = 36;
const TICKS = 22;
const HEAD = 22;
const KEY = 62;
const LARGEST = 430;
const SMALL = 168;
const GAP = 28;

export function gan2dLayout(width: number, hasNoise: boolean): Layout {
  const beside = hasNoise && width >= 560;
  const room = width - LEFT - 4 - (beside ? SMALL + GAP : 0);
  const side = Math.max(180, Math.min(LARGEST, room));
  const plot = { x: LEFT, y: HEAD, width: side, height: side };
  const key = { x: LEFT, y: plot.y + side + TICKS + 6, width: side, height: KEY };
  const foot = key.y + KEY;
  const square = (x: number, y: number, size: number) => ({ x, y, width: size, height: size });
  if (!hasNoise) return { width, height: foot, plot, key, noise: null, warped: null };
  if (beside) {
    const size = Math.min(SMALL, (side - HEAD - 16) / 2);
    const x = LEFT + side + GAP;
    const noise = square(x, HEAD, size);
    const warped = square(x, noise.y + size + HEAD + 16, size);
    return { width, height: foot, plot, key, noise, warped };
  }
  // The letters at its corners stand half outside.
  const size = Math.min(SMALL, (width - 32) / 2);
  const noise = square(8, foot + HEAD, size);
  const warped = square(noise.x + size + 16, noise.y, size);
  return { width, height: noise.y + size + 8, plot, key, noise, warped };
}
