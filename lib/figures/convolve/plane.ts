import type { Range } from '../pixels/level';
import { colorOf, type Ramp } from '../pixels/palette';
import { rasterOf, type Raster } from '../raster';
import type { Theme } from '../theme';
import type { Place, Size } from './geometry';

/** Numbers in rows, `[height, width]`. */
export type Plane = Size & { values: Float32Array };

/** NaN outside. */
export function valueAt({ height, width, values }: Plane, { row, column }: Place): number {
  if (row < 0 || column < 0 || row >= height || column >= width) return NaN;
  return values[row * width + column] ?? NaN;
}

/** Of the finite numbers, zero among them. */
export function rangeOf({ values }: Plane): Range {
  let [low, high] = [0, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, high };
}

/** From paper to ink where nothing is negative, else blue and orange around zero. */
export const rampFor = ({ low }: Range): Ramp => (low < 0 ? 'diverging' : 'ink');

/** The plane's first `filled` numbers as pixels; those that are still to come have the colour of rules. */
export function planeRaster(
  { height, width, values }: Plane,
  range: Range,
  ramp: Ramp,
  theme: Theme,
  filled = values.length,
): Raster {
  return rasterOf(width, height, (index) =>
    index < filled ? colorOf(values[index] ?? NaN, range, ramp, theme) : theme.rule,
  );
}
