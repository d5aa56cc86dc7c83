import { classColor } from '../class-shape';
import { mix, parseColor } from '../color';
import { diverging } from '../ramp';
import type { Raster } from '../raster';
import type { Theme } from '../theme';
import type { Fields } from './fields';
import type { Meaning } from './meaning';

/** Of the ramp: full colour would drown the points that lie on it. */
const STRENGTH = 0.8;
const STEPS = 255;
const CLASS_STEPS = 15;

type Kept = { theme: Theme; reach: number; raster: Raster };
const kept = new WeakMap<Float32Array, Kept>();
const ramps = new WeakMap<Theme, Uint32Array>();
const classRamps = new WeakMap<Theme, Uint32Array[]>();

/** The colour that stands for a value, as drawn. */
export const surfaceColor = (share: number, theme: Theme) =>
  diverging(STRENGTH * Math.min(1, Math.max(-1, share)), theme);

/** Gray, since paper is the middle of the ramp and means a number. */
const noNumber = (theme: Theme) => packed(1, () => theme.ruleStrong)[0]!;

/** One unit's values as pixels, blue through paper to orange around its middle; what is no number is gray. */
export function fieldRaster(
  field: Float32Array,
  { rows, columns }: Fields,
  { middle, reach }: Meaning,
  theme: Theme,
): Raster {
  const known = kept.get(field);
  if (known?.theme === theme && known.reach === reach) return known.raster;
  const ramp = rampOf(theme);
  const pixels = new Uint32Array(rows * columns).fill(noNumber(theme));
  for (let i = 0; i < pixels.length; i++) {
    const share = ((field[i] ?? NaN) - middle) / reach;
    if (share !== share) continue;
    const held = share > 1 ? 1 : share < -1 ? -1 : share;
    pixels[i] = ramp[Math.round(((held + 1) / 2) * STEPS)]!;
  }
  const raster = rasterOf(pixels, columns, rows);
  kept.set(field, { theme, reach, raster });
  return raster;
}

/** Several outputs as pixels: the colour of the largest, the stronger the further it is above an even share. */
export function classRaster(outputs: readonly Float32Array[], fields: Fields, theme: Theme) {
  const known = outputs[0] && kept.get(outputs[0]);
  if (known?.theme === theme && known.reach === 0) return known.raster;
  const colors = classRampsOf(theme, outputs.length);
  const even = 1 / outputs.length;
  const pixels = new Uint32Array(fields.rows * fields.columns).fill(noNumber(theme));
  for (let i = 0; i < pixels.length; i++) {
    if (outputs.some((output) => Number.isNaN(output[i]))) continue;
    let best = 0;
    for (let k = 1; k < outputs.length; k++) if (outputs[k]![i]! > outputs[best]![i]!) best = k;
    const share = Math.min(1, Math.max(0, (outputs[best]![i]! - even) / (1 - even))) || 0;
    pixels[i] = colors[best]![Math.round(share * CLASS_STEPS)]!;
  }
  const raster = rasterOf(pixels, fields.columns, fields.rows);
  if (outputs[0]) kept.set(outputs[0], { theme, reach: 0, raster });
  return raster;
}

function rampOf(theme: Theme): Uint32Array {
  const known = ramps.get(theme);
  if (known) return known;
  const ramp = packed(STEPS, (share) => surfaceColor(2 * share - 1, theme));
  ramps.set(theme, ramp);
  return ramp;
}

function classRampsOf(theme: Theme, count: number): Uint32Array[] {
  const known = classRamps.get(theme);
  if (known && known.length >= count) return known;
  const made = Array.from({ length: count }, (_, index) =>
    packed(CLASS_STEPS, (share) => mix(theme.paper, classColor(index, theme), 0.1 + 0.6 * share)),
  );
  classRamps.set(theme, made);
  return made;
}

/** Colours as the four bytes of a pixel, in the machine's own order. */
function packed(steps: number, colorAt: (share: number) => string): Uint32Array {
  const bytes = new Uint8ClampedArray(4 * (steps + 1));
  for (let i = 0; i <= steps; i++) bytes.set([...parseColor(colorAt(i / steps)), 255], 4 * i);
  return new Uint32Array(bytes.buffer);
}

const rasterOf = (pixels: Uint32Array<ArrayBuffer>, width: number, height: number): Raster => ({
  width,
  height,
  rgba: new Uint8ClampedArray(pixels.buffer),
});
