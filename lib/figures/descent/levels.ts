import type { FrameData } from '@/lib/protocol';

type Data = FrameData['descent'];

/** Heights at which contour lines run, rising. */
export type Levels = { heights: number[]; low: number; high: number };

const cache = new WeakMap<Data, Levels>();
/** Of heights spaced by factors, and of even ones. */
const MOST = { factors: 13, even: 20 };

export function levelsOf(data: Data): Levels {
  const known = cache.get(data);
  if (known) return known;
  const levels = makeLevels(data.surface);
  cache.set(data, levels);
  return levels;
}

/** Evenly spaced where the surface is; by factors above its lowest point where most of it is low and some very high. */
function makeLevels(surface: Float32Array): Levels {
  const sorted = surface.filter(Number.isFinite).sort();
  const [low, high] = [sorted[0] ?? 0, sorted[sorted.length - 1] ?? 0];
  if (!(high > low)) return { heights: [], low, high };
  const middle = sorted[sorted.length >> 1]!;
  const skewed = (middle - low) / (high - low) < 0.2;
  const heights = skewed
    ? byFactors(low, high, sorted[Math.floor(sorted.length / 250)]!)
    : evenly(low, high);
  return { heights, low, high };
}

function evenly(low: number, high: number): number[] {
  const raw = (high - low) / MOST.even;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= raw * (1 - 1e-9)) ?? 10) * power;
  return range(Math.floor(low / step) + 1, Math.ceil(high / step) - 1).map((i) => clean(i * step));
}

/** 1, 2, 5, 10 … above `low`, or 1, 3, 10, or powers of ten alone, so that they are few; the first near `least`. */
function byFactors(low: number, high: number, least: number): number[] {
  const from = Math.max(least - low, (high - low) * 1e-6);
  for (const factors of [[1, 2, 5], [1, 3], [1]]) {
    const heights = range(Math.floor(Math.log10(from)), Math.floor(Math.log10(high - low)))
      .flatMap((power) => factors.map((factor) => factor * 10 ** power))
      .filter((height) => height >= from && height < high - low);
    if (heights.length <= MOST.factors) return rounded(heights, low).filter((one) => one < high);
  }
  return [];
}

/** Heights above `low`, each to the digit of its distance: 0.51, 0.6 and 2 rather than 0.515, 0.605 and 1.505. */
function rounded(heights: readonly number[], low: number): number[] {
  // A lowest point that is nearly 0 counts as 0.
  if (Math.abs(low) < 1e-2) return heights.map(clean);
  const values = heights.map((height) => {
    const unit = 10 ** Math.floor(Math.log10(height) + 1e-9);
    return clean(Math.round((low + height) / unit) * unit);
  });
  return values.filter((value, i) => value > (values[i - 1] ?? low));
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

const clean = (value: number) => Number(value.toPrecision(6));

/** Which band between two contour lines a height is in, from below. */
export function bandOf({ heights }: Levels, value: number): number {
  let band = 0;
  while (band < heights.length && value >= heights[band]!) band++;
  return band;
}

/** How high a place lies, from 0 in the lowest band to 1 in the highest. */
export const bandShare = (levels: Levels, value: number): number =>
  bandOf(levels, value) / Math.max(1, levels.heights.length);
