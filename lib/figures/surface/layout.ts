import type { NetworkLayer } from '@/lib/protocol';
import type { Extent, Point, Rect } from '../figure-module';
import { fitText, TEXT } from '../text';

/** One layer's pictures, squares of side `size` around their centres; layer 0 is the inputs. */
export type UnitColumn = { x: number; units: Point[]; size: number; heading: string[] };

export type SurfaceLayout = Extent & {
  /** Square, as the plane's two axes count alike. */
  plot: Rect;
  /** The y axis has its numbers at the right, where the pictures stand at the left. */
  axisAtRight: boolean;
  /** Empty where units have no pictures. */
  columns: UnitColumn[];
};

const TOP = 44;
/** Under the plot: the x axis with its name, then the colours' meaning. */
const FOOT = 84;
const AXIS = 48;
const WIDEST = 420;
const NARROW = 540;
/** Of a picture. */
const SIZE = { most: 38, least: 16, apart: 6 };
const GAP = 34;
/** At the sides, for names and numbers that are wider than what they name. */
const INSET = 14;
/** More units than these would be too small to see; the reader goes through them one by one. */
const MOST_UNITS = { all: 40, layer: 16 };

/** Whether the units of these layers are drawn as pictures beside the plane. */
export function hasPictures(layers: readonly NetworkLayer[]): boolean {
  const units = layers.map((layer) => layer.units);
  const all = units.reduce((sum, count) => sum + count, 0);
  return layers.length > 0 && all <= MOST_UNITS.all && Math.max(...units) <= MOST_UNITS.layer;
}

/** The plane with the pictures of the units before it; on a narrow page, under it. */
export function layoutOf(layers: readonly NetworkLayer[], width: number): SurfaceLayout {
  if (!hasPictures(layers)) return planeAlone(width);
  return width < NARROW ? planeAbove(layers, width) : planeBeside(layers, width);
}

function planeAlone(width: number): SurfaceLayout {
  const side = Math.min(WIDEST, width - AXIS - 12);
  const plot = { x: AXIS, y: TOP, width: side, height: side };
  return { width, height: TOP + side + FOOT, plot, axisAtRight: false, columns: [] };
}

function planeBeside(layers: readonly NetworkLayer[], width: number): SurfaceLayout {
  const count = layers.length + 1;
  const least = INSET + count * SIZE.most + (count - 1) * GAP + 28;
  const side = Math.max(220, Math.min(352, width - AXIS - least));
  const room = Math.max(least, width - AXIS - side);
  const plot = { x: room, y: TOP, width: side, height: side };
  const columns = columnsOf(layers, { x: INSET, y: TOP, width: room - INSET - 28, height: side });
  return { width: room + side + AXIS, height: TOP + side + FOOT, plot, axisAtRight: true, columns };
}

function planeAbove(layers: readonly NetworkLayer[], width: number): SurfaceLayout {
  const side = Math.min(WIDEST, width - AXIS - INSET);
  const plot = { x: INSET, y: TOP, width: side, height: side };
  const below = TOP + side + FOOT;
  const most = Math.max(2, ...layers.map((layer) => layer.units));
  const height = Math.max(2 * (SIZE.most + 22), most * (SIZE.most + SIZE.apart));
  const least = (layers.length + 1) * SIZE.most + layers.length * 24 + 2 * INSET;
  const room = Math.max(width, least);
  const box = { x: INSET, y: below + TOP, width: room - 2 * INSET, height };
  const columns = columnsOf(layers, box);
  return { width: room, height: below + TOP + height + 8, plot, axisAtRight: true, columns };
}

function columnsOf(layers: readonly NetworkLayer[], box: Rect): UnitColumn[] {
  const counts = [2, ...layers.map((layer) => layer.units)];
  const most = Math.max(...counts);
  const fits = box.height / most - SIZE.apart;
  const size = Math.max(SIZE.least, Math.min(SIZE.most, fits));
  const gap = (box.width - size) / (counts.length - 1);
  return counts.map((count, index) => {
    const x = box.x + size / 2 + gap * index;
    // Inputs have their names under them.
    const spacing = index === 0 ? size + 28 : Math.min(size + 12, box.height / count);
    const first = box.y + box.height / 2 - (spacing * (count - 1)) / 2;
    const units = Array.from({ length: count }, (_, unit) => ({ x, y: first + spacing * unit }));
    return { x, units, size, heading: headingOf(layers[index - 1], gap - 6) };
  });
}

function headingOf(layer: NetworkLayer | undefined, room: number): string[] {
  if (!layer) return ['inputs'];
  const lines = [layer.name, layer.activation];
  return lines.map((line, i) => fitText(line, i === 0 ? TEXT.label : TEXT.small, room));
}
