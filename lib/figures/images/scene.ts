import type { Extent, History, Rect } from '../figure-module';
import { RAMP_BAR } from '../pixels/draw-ramp-bar';
import type { Range } from '../pixels/level';
import { numberOf, type Settings } from '../setting';
import { TEXT, textWidth } from '../text';
import { placeTiles } from './place-tiles';
import { hasNumbers, scaleOf, shownRanges, type ImagesData } from './scale';

export type ImagesScene = Extent & {
  data: ImagesData;
  columns: number;
  /** Where each image is; its caption is beneath. */
  tiles: Rect[];
  /** What each image's colours span. */
  ranges: Range[];
  /** Where the colours are explained in numbers; null where they need none or differ from image to image. */
  bar: { x: number; y: number; width: number } | null;
  /** The one that the reader opened, enlarged beneath the others; `side` is one pixel's. */
  open: { image: number; place: Rect; side: number; numbers: boolean } | null;
};

/** Room under an image for its caption. */
export const CAPTION = 18;
const GAP = 24;
const LARGEST = 336;

export function imagesScene(
  history: History<'images'>,
  at: number,
  width: number,
  settings: Settings,
): ImagesScene {
  const data = history.frames[at]?.data ?? EMPTY;
  const grid = placeTiles(data, width);
  const scale = scaleOf(data, settings);
  const ranges = shownRanges(history, data, scale);
  const needsBar = data.ramp !== 'color' && scale === 'all' && hasNumbers(history);
  const bar = needsBar ? { x: 1, y: grid.bottom + 12, width: Math.min(192, width - 2) } : null;
  const top = bar ? bar.y + RAMP_BAR : grid.bottom;
  const open = openImage(data, numberOf(settings, 'open', -1), width, top + GAP + CAPTION);
  return {
    width: Math.max(width, grid.width),
    height: Math.ceil(open ? open.place.y + open.place.height + 8 : top + 4),
    data,
    columns: grid.columns,
    tiles: grid.tiles,
    ranges,
    bar,
    open,
  };
}

function openImage(data: ImagesData, image: number, width: number, y: number) {
  if (!Number.isInteger(image) || image < 0 || image >= data.pixels.count) return null;
  const { width: columns, height: rows } = data.pixels;
  const most = Math.min(LARGEST / Math.max(1, rows), (width - 4) / Math.max(1, columns), 56);
  // Whole numbers keep the pixels even; below one there is no choice.
  const side = most > 1 ? Math.floor(most) : most;
  const place = { x: 2, y, width: side * columns, height: side * rows };
  const numbers = data.pixels.channels === 1 && side >= textWidth('−0.00', TEXT.small) + 4;
  return { image, place, side, numbers };
}

const EMPTY: ImagesData = {
  pixels: {
    count: 0,
    height: 0,
    width: 0,
    channels: 1,
    levels: new Uint8Array(0),
    ranges: new Float32Array(0),
  },
  labels: [],
  columns: 0,
  ramp: 'ink',
  scale: 'unit',
};
