import type { FrameData, Pixels } from '@/lib/protocol';
import { parseColor } from '../color';
import { pixelValue, rangeAt } from '../pixels/level';
import { bytesOf, stepOf, tableOf } from '../pixels/palette';
import { pixelRaster } from '../pixels/pixel-raster';
import type { Raster } from '../raster';
import type { Theme } from '../theme';

export type OverlayData = FrameData['overlay'];

/** The heat at the middle of the image's pixel; between the cells of a coarser map it goes evenly from one to the next. */
export function heatAt(
  heats: Pixels,
  index: number,
  image: { height: number; width: number },
  { row, column }: { row: number; column: number },
): number {
  const down = along(((row + 0.5) * heats.height) / image.height - 0.5, heats.height);
  const across = along(((column + 0.5) * heats.width) / image.width - 0.5, heats.width);
  const at = (r: number, c: number) => pixelValue(heats, index, { row: r, column: c });
  const top = at(down.low, across.low) * (1 - across.share) + at(down.low, across.high) * across.share; // prettier-ignore
  const bottom = at(down.high, across.low) * (1 - across.share) + at(down.high, across.high) * across.share; // prettier-ignore
  return top * (1 - down.share) + bottom * down.share;
}

function along(place: number, count: number) {
  const held = Math.min(count - 1, Math.max(0, place));
  const low = Math.floor(held);
  return { low, high: Math.min(count - 1, low + 1), share: held - low };
}

/** The image in gray under its heat, which covers it the more the hotter it is. */
export function overlayRaster(
  { image, methods }: OverlayData,
  method: number,
  index: number,
  opacity: number,
  theme: Theme,
): Raster {
  const { height, width } = image;
  const own = image.channels === 3 ? 'color' : 'ink';
  const { rgba } = pixelRaster(image, 0, { low: 0, high: 1 }, own, theme);
  const heats = methods[method]?.heats;
  if (!heats) return { width, height, rgba };
  const range = rangeAt(heats, index);
  const table = bytesOf(tableOf('magnitude', theme));
  const paper = parseColor(theme.paper);
  // What is no number is neither hot nor cold.
  const missing = parseColor(theme.ruleStrong);
  for (let at = 0; at < height * width; at++) {
    const place = { row: Math.floor(at / width), column: at % width };
    const heat = heatAt(heats, index, image, place);
    if (Number.isNaN(heat)) {
      rgba.set(missing, 4 * at);
      continue;
    }
    const share = range.high > 0 ? Math.max(0, heat) / range.high : 0;
    const cover = opacity * Math.sqrt(share);
    const step = 3 * stepOf(heat, { low: 0, high: range.high }, 'magnitude');
    const gray = (rgba[4 * at]! + rgba[4 * at + 1]! + rgba[4 * at + 2]!) / 3;
    for (let part = 0; part < 3; part++) {
      // Faded toward the paper, so that the heat is the strongest thing to see.
      const base = gray * (1 - 0.55 * opacity) + paper[part]! * 0.55 * opacity;
      const quiet = rgba[4 * at + part]! * (1 - opacity) + base * opacity;
      rgba[4 * at + part] = quiet * (1 - cover) + table[step + part]! * cover;
    }
  }
  return { width, height, rgba };
}
