import type { Key, Point, Rect } from '../figure-module';
import type { SurfaceData } from './fields';

type Plane = { data: SurfaceData; plot: Rect };
type Place = readonly [x: number, y: number];

/** Steps of the keyboard along an axis. */
const STEPS = 50;

/** Where a place of the plane is drawn. */
export function pixelOf({ data, plot }: Plane, [x, y]: Place): Point {
  return {
    x: plot.x + ((x - data.x[0]) / (data.x[1] - data.x[0])) * plot.width,
    y: plot.y + ((data.y[1] - y) / (data.y[1] - data.y[0])) * plot.height,
  };
}

/** The place that is drawn there, on the plane and to half a pixel. */
export function placeOfPixel({ data, plot }: Plane, point: Point): [number, number] {
  const across = (point.x - plot.x) / plot.width;
  const up = 1 - (point.y - plot.y) / plot.height;
  return [rounded(data.x, across, plot.width), rounded(data.y, up, plot.height)];
}

/** A fiftieth of an axis in the key's direction. */
export function stepOnPlane(data: SurfaceData, [x, y]: Place, key: Key): Place {
  const right = key === 'right' ? 1 : key === 'left' ? -1 : 0;
  const up = key === 'up' ? 1 : key === 'down' ? -1 : 0;
  const share = ([low, high]: Place, value: number) => (value - low) / (high - low);
  return [
    right ? rounded(data.x, share(data.x, x) + right / STEPS, 1_000) : x,
    up ? rounded(data.y, share(data.y, y) + up / STEPS, 1_000) : y,
  ];
}

/** To as many decimals as tell half of one of so many parts, and on the axis. */
function rounded([low, high]: Place, share: number, parts: number): number {
  const decimals = Math.max(0, Math.ceil(-Math.log10((high - low) / (2 * parts))));
  const value = Number((low + share * (high - low)).toFixed(Math.min(15, decimals)));
  return Math.min(high, Math.max(low, value));
}
