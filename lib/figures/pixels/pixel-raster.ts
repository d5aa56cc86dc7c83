import type { Pixels } from '@/lib/protocol';
import { parseColor } from '../color';
import type { Raster } from '../raster';
import type { Theme } from '../theme';
import { BROKEN, rangeAt, valueOf, type Range } from './level';
import { bytesOf, stepOf, tableOf, type Ramp } from './palette';

/** One of the images as pixels; the colours span `shown`. Three channels are red, green and blue. */
export function pixelRaster(
  pixels: Pixels,
  image: number,
  shown: Range,
  ramp: Ramp | 'color',
  theme: Theme,
): Raster {
  const { width, height, channels } = pixels;
  const size = width * height;
  const rgba = new Uint8ClampedArray(4 * size).fill(255);
  const palette = paletteOf(rangeAt(pixels, image), shown, ramp, theme);
  const from = image * size * channels;
  for (let at = 0; at < size; at++) {
    for (let part = 0; part < 3; part++) {
      const level = pixels.levels[from + at * channels + (channels === 3 ? part : 0)] ?? BROKEN;
      rgba[4 * at + part] = palette[3 * level + part] ?? 0;
    }
  }
  return { width, height, rgba };
}

/** Red, green and blue for each of the 256 levels. */
function paletteOf(
  own: Range,
  shown: Range,
  ramp: Ramp | 'color',
  theme: Theme,
): Uint8ClampedArray {
  const palette = new Uint8ClampedArray(3 * 256);
  const table = ramp === 'color' ? null : bytesOf(tableOf(ramp, theme));
  for (let level = 0; level < BROKEN; level++) {
    const value = valueOf(level, own);
    if (table && ramp !== 'color') {
      const step = 3 * stepOf(value, shown, ramp);
      palette.set(table.subarray(step, step + 3), 3 * level);
    } else {
      palette.fill((255 * (value - shown.low)) / (shown.high - shown.low || 1), 3 * level, 3 * level + 3); // prettier-ignore
    }
  }
  palette.set(parseColor(theme.ruleStrong), 3 * BROKEN);
  return palette;
}
