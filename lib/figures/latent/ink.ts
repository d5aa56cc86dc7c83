import { mix, parseColor } from '../color';
import type { Raster } from '../raster';
import type { Theme } from '../theme';
import type { LatentData } from './scene';

const palettes = new WeakMap<Theme, Uint8ClampedArray>();

/** Paper to ink in 256 levels, three bytes each. */
function paletteOf(theme: Theme): Uint8ClampedArray {
  const known = palettes.get(theme);
  if (known) return known;
  const palette = new Uint8ClampedArray(3 * 256);
  for (let level = 0; level < 256; level++) {
    palette.set(parseColor(mix(theme.paper, theme.ink, level / 255)), 3 * level);
  }
  palettes.set(theme, palette);
  return palette;
}

/** The images of rows `top` to `top + rows` and as many columns from `left`, as one raster. */
export function inkRaster(
  { size, height, width, levels }: LatentData,
  [top, left, rows]: readonly [number, number, number],
  theme: Theme,
): Raster {
  const palette = paletteOf(theme);
  const [wide, high] = [rows * width, rows * height];
  const rgba = new Uint8ClampedArray(4 * wide * high);
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      const image = (top + Math.floor(y / height)) * size + left + Math.floor(x / width);
      const level = levels[image * height * width + (y % height) * width + (x % width)] ?? 0;
      const at = 4 * (y * wide + x);
      rgba.set(palette.subarray(3 * level, 3 * level + 3), at);
      rgba[at + 3] = 255;
    }
  }
  return { width: wide, height: high, rgba };
}
