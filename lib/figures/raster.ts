import { parseColor } from './color';

/** Pixels, row by row from the top left; `rgba` has four bytes for each. Not to be changed once it has been drawn. */
export type Raster = { width: number; height: number; rgba: Uint8ClampedArray<ArrayBuffer> };

/** A raster of one colour a pixel, as `#rrggbb`. */
export function rasterOf(
  width: number,
  height: number,
  colorAt: (index: number) => string,
): Raster {
  const rgba = new Uint8ClampedArray(4 * width * height);
  const known = new Map<string, readonly [number, number, number]>();
  for (let index = 0; index < width * height; index++) {
    const color = colorAt(index);
    const rgb = known.get(color) ?? parseColor(color);
    known.set(color, rgb);
    rgba.set(rgb, 4 * index);
    rgba[4 * index + 3] = 255;
  }
  return { width, height, rgba };
}
