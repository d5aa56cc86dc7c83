import type { Rect } from '../figure-module';
import type { ImagesData } from './scale';

type Grid = { columns: number; tiles: Rect[]; width: number; bottom: number };

const GAP = 8;
/** Room under an image with a caption, and the narrowest image that still has one. */
const CAPTION = 18;
const SMALLEST = { bare: 20, captioned: 44 };
const LARGEST = 112;
const TALLEST = 480;

/** Lays the images out in rows, as large as lets all be seen at once. */
export function placeTiles(data: ImagesData, width: number): Grid {
  const { count, width: w, height: h } = data.pixels;
  const caption = data.labels.length > 0 ? CAPTION : 0;
  const smallest = caption > 0 ? SMALLEST.captioned : SMALLEST.bare;
  const ratio = h / Math.max(1, w);
  const fits = Math.max(1, Math.floor((width - 2 + GAP) / (smallest + GAP)));
  const columns = Math.max(
    1,
    Math.min(fits, data.columns || chooseColumns(count, width, ratio, caption), count),
  );
  const rows = Math.ceil(count / columns);
  // Never so tall that not all are seen at once, as long as each can still be read.
  const tall = (TALLEST / rows - GAP - caption) / ratio;
  const side = Math.min(sideFor(columns, width), Math.max(smallest, Math.floor(tall)));
  const tiles = Array.from({ length: count }, (_, i) => ({
    x: 2 + (i % columns) * (side + GAP),
    y: 2 + Math.floor(i / columns) * (side * ratio + GAP + caption),
    width: side,
    height: side * ratio,
  }));
  const last = tiles[tiles.length - 1];
  return {
    columns,
    tiles,
    width: columns * (side + GAP),
    bottom: last ? last.y + last.height + caption : 0,
  };
}

/** Half pixels at most, so that edges stay sharp. */
const sideFor = (columns: number, width: number) =>
  Math.floor(2 * Math.min(LARGEST, (width - 4 + GAP) / columns - GAP)) / 2;

/** The fewest columns whose rows are not taller than a screen. */
function chooseColumns(count: number, width: number, ratio: number, caption: number): number {
  const even = Math.max(1, Math.ceil((width - 4 + GAP) / (LARGEST + GAP)));
  for (let columns = Math.min(even, Math.max(1, count)); columns < count; columns++) {
    const rows = Math.ceil(count / columns);
    if (rows * (sideFor(columns, width) * ratio + GAP + caption) <= TALLEST) return columns;
  }
  return Math.max(1, count);
}
