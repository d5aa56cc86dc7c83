import type { Rect } from '../figure-module';
import { layerName, mapsOf, sizeWords, type ConvnetData } from './names';

/** A layer as it stands: its maps from top to bottom, in several columns where there are many. */
export type Column = { name: string; size: string; x: number; width: number; tiles: Rect[] };
export type Strip = { name: string; size: string; x: number; width: number };

export const HEAD = 40;
export const TALL = 432;
const GAP = 5;
const MOST_ROWS = 16;
const LARGEST = 46;
const STRIP = 34;
const BETWEEN = { least: 16, most: 64 };

export type Layout = { columns: Column[]; strips: Strip[]; outputs: number; width: number };

/** Columns from left to right, then dense layers as strips, then the outputs in `room` pixels. */
export function columnsOf(data: ConvnetData, width: number, room: number): Layout {
  const layers = Array.from({ length: data.layers.length + 1 }, (_, index) => {
    const { count } = mapsOf(data, index) ?? data.input;
    const across = Math.ceil(count / MOST_ROWS);
    const rows = Math.ceil(count / Math.max(1, across));
    const side = Math.min(LARGEST, Math.floor(TALL / Math.max(1, rows)) - GAP);
    return { count, across, rows, side, width: Math.max(52, across * (side + GAP) - GAP) };
  });
  // The last dense layer is the outputs themselves.
  const dense = data.dense.slice(0, -1);
  const taken = layers.reduce((sum, layer) => sum + layer.width, 0) + dense.length * STRIP + room;
  const spaces = layers.length + dense.length;
  const between = Math.max(BETWEEN.least, Math.min(BETWEEN.most, (width - taken - 4) / spaces));
  let x = 2;
  const columns = layers.map((layer, index): Column => {
    const column = {
      name: layerName(data, index),
      size: sizeWords(mapsOf(data, index) ?? data.input),
      x,
      width: layer.width,
      tiles: tilesOf(layer, x),
    };
    x += layer.width + between;
    return column;
  });
  const strips = dense.map((one): Strip => {
    const strip = { name: shortName(one.name), size: String(one.units), x, width: STRIP };
    x += STRIP + between;
    return strip;
  });
  return { columns, strips, outputs: x, width: x + room + 2 };
}

const shortName = (name: string) => name.replace(/_.*$/, '');

type Shape = { count: number; across: number; rows: number; side: number; width: number };

function tilesOf({ count, across, rows, side, width }: Shape, x: number): Rect[] {
  const step = rows > 1 ? Math.min((TALL - side) / (rows - 1), side * 1.6) : 0;
  const top = HEAD + (TALL - side - step * (rows - 1)) / 2;
  const left = x + (width - (across * (side + GAP) - GAP)) / 2;
  return Array.from({ length: count }, (_, map) => ({
    x: left + Math.floor(map / rows) * (side + GAP),
    y: top + (map % rows) * step,
    width: side,
    height: side,
  }));
}
