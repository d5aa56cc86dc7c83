import type { Extent, History, Rect } from '../figure-module';
import { RAMP_BAR } from '../pixels/draw-ramp-bar';
import type { Settings } from '../setting';
import type { OverlayData } from './heat';
import { chosenIn, type Chosen } from './settings';

export type OverlayScene = Extent & {
  data: OverlayData;
  chosen: Chosen;
  imagePlace: Rect;
  heatPlace: Rect;
  /** One pixel's. */
  side: number;
  bar: { x: number; y: number; width: number };
};

const HEAD = 22;
const GAP = 20;
const TALLEST = 320;

export function overlayScene(
  history: History<'overlay'>,
  at: number,
  width: number,
  settings: Settings,
): OverlayScene {
  const data = (history.frames[at] as (typeof history.frames)[number]).data;
  const { height: rows, width: columns } = data.image;
  const side = Math.min(
    (width - GAP - 4) / (2 * Math.max(1, columns)),
    TALLEST / Math.max(1, rows),
  );
  const size = { width: side * columns, height: side * rows };
  const heatPlace = { x: 2 + size.width + GAP, y: HEAD, ...size };
  const barTop = HEAD + size.height + 12;
  return {
    width,
    height: Math.ceil(barTop + RAMP_BAR),
    data,
    chosen: chosenIn(data, settings),
    imagePlace: { x: 2, y: HEAD, ...size },
    heatPlace,
    side,
    bar: { x: heatPlace.x, y: barTop, width: Math.min(160, size.width) },
  };
}
