import type { Geometry } from '../convolve/geometry';
import { rangeOf, type Plane } from '../convolve/plane';
import type { Extent, History, Rect } from '../figure-module';
import { RAMP_BAR } from '../pixels/draw-ramp-bar';
import type { Range } from '../pixels/level';
import type { Settings } from '../setting';
import { painted, type KernelData } from './paint';
import { isSigned, kernelOf, selectedOf } from './settings';

export type KernelScene = Extent & {
  data: KernelData;
  kernel: Plane;
  selected: number;
  signed: boolean;
  geometry: Geometry;
  /** A plane for each channel, or one in gray. */
  result: Plane[];
  resultRange: Range;
  picturePlace: Rect;
  kernelPlace: Rect;
  resultPlace: Rect;
  /** One pixel's, and one weight's. */
  side: number;
  cell: number;
  bar: { x: number; y: number; width: number } | null;
};

const HEAD = 22;
const GAP = 22;
const TALLEST = 340;

export function kernelScene(
  history: History<'kernel'>,
  at: number,
  width: number,
  settings: Settings,
): KernelScene {
  const data = (history.frames[at] as (typeof history.frames)[number]).data;
  const kernel = kernelOf(data, settings);
  const signed = isSigned(settings);
  const { geometry, planes } = painted(data, kernel, signed || data.picture.channels === 1);
  const places = layOut(data, geometry, width);
  const { resultPlace } = places;
  const resultRange = planes[0] ? rangeOf(planes[0]) : { low: 0, high: 0 };
  const barTop = resultPlace.y + resultPlace.height + 10;
  const bar = signed ? { x: resultPlace.x, y: barTop, width: Math.min(160, resultPlace.width) } : null; // prettier-ignore
  return {
    ...places,
    // Its room is kept, so that a choice moves nothing.
    height: Math.ceil(Math.max(places.height, barTop + RAMP_BAR)),
    data,
    kernel,
    selected: selectedOf(data, settings),
    signed,
    geometry,
    result: planes,
    resultRange,
    bar,
  };
}

/** Picture, kernel, result in a row; where that is too narrow, the kernel beneath the two. */
function layOut({ picture, size }: KernelData, geometry: Geometry, width: number) {
  const wide = width >= 540;
  const cell = wide ? Math.max(34, Math.min(44, Math.floor((width * 0.28) / size))) : 44;
  const grid = cell * size;
  const middle = wide ? grid + 2 * GAP : GAP;
  const columns = picture.width + Math.max(1, geometry.output.width);
  const side = Math.min((width - 4 - middle) / columns, TALLEST / Math.max(1, picture.height));
  const picturePlace = {
    x: 2,
    y: HEAD,
    width: side * picture.width,
    height: side * picture.height,
  };
  const resultPlace = {
    x: picturePlace.x + picturePlace.width + middle,
    y: HEAD,
    width: side * geometry.output.width,
    height: side * geometry.output.height,
  };
  const kernelPlace = wide
    ? { x: picturePlace.x + picturePlace.width + GAP, y: HEAD, width: grid, height: grid }
    : { x: 2, y: picturePlace.y + picturePlace.height + HEAD + 12, width: grid, height: grid };
  const bottom = Math.max(picturePlace.y + picturePlace.height, kernelPlace.y + grid + 28);
  return {
    width: Math.max(width, resultPlace.x + resultPlace.width + 2),
    height: bottom + 4,
    picturePlace,
    resultPlace,
    kernelPlace,
    side,
    cell,
  };
}
