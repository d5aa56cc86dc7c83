import type { Extent, History, Point, Rect } from '../figure-module';
import type { Settings } from '../setting';
import { niceTicks } from '../ticks';
import { contour, type Segment } from './contour';
import { gan2dLayout, type Layout } from './layout';
import { shownBy, type Shown } from './shown';
import { arrowOf, countOf, noiseOf, placeOf, type Gan2dData, type Place } from './units';

export type Gan2dScene = Extent & {
  data: Gan2dData;
  shown: Shown;
  layout: Layout;
  ticks: { value: number; step: number }[];
  real: Point[];
  generated: Point[];
  /** From each generated point, in pixels. */
  arrows: Point[];
  /** Where the discriminator can't tell. */
  boundary: Segment[];
  /** The noise of each generated point in its small plane. */
  noise: Point[];
  /** The warped grid, line by line, in the window's own shares from its top left. */
  grid: Point[];
  /** Of a place in the window, in one of the planes that show it. */
  toPlane(place: Place, plane: Rect): Point;
};

/** An arrow of the usual strength is this share of the plane long, none is longer than the other. */
const USUAL = 0.09;
const LONGEST = 0.2;

export function gan2dScene(
  history: History<'gan2d'>,
  at: number,
  width: number,
  settings: Settings,
): Gan2dScene {
  const data = history.frames[at]!.data;
  const layout = gan2dLayout(width, data.lines > 1 && data.noise.length > 0);
  const [low, high] = data.window;
  const toPlane = ([x, y]: Place, plane: Rect): Point => ({
    x: plane.x + ((x - low) / (high - low)) * plane.width,
    y: plane.y + ((high - y) / (high - low)) * plane.height,
  });
  const points = Array.from({ length: countOf(data) }, (_, i) => i);
  const perUnit = (layout.plot.width * USUAL) / (usualStrength(history) || 1);
  const { values, step } = niceTicks(low, high, 4);
  return {
    width: layout.width,
    height: Math.ceil(layout.height),
    data,
    shown: shownBy(settings),
    layout,
    ticks: values
      .filter((value) => value >= low && value <= high)
      .map((value) => ({ value, step })),
    real: pairs(data, data.real).map((place) => toPlane(place, layout.plot)),
    generated: pairs(data, data.generated).map((place) => toPlane(place, layout.plot)),
    arrows: points.map((i) => inPixels(arrowOf(data, i), perUnit, layout.plot.width * LONGEST)),
    boundary: contour(data.surface, data.side, 127.5),
    noise: layout.noise
      ? points.map((i) => inSquare(noiseOf(data, i)!, data.span, layout.noise!))
      : [],
    grid: pairs(data, data.grid).map((place) => toPlane(place, UNIT)),
    toPlane,
  };
}

const UNIT: Rect = { x: 0, y: 0, width: 1, height: 1 };

const pairs = (data: Gan2dData, list: Int16Array): Place[] =>
  Array.from({ length: list.length / 2 }, (_, i) => placeOf(data, list, i));

/** Half of the frames have a steepest gradient below this: one wild frame must not make all others' arrows vanish. */
function usualStrength({ frames }: History<'gan2d'>): number {
  const sizes = frames
    .map(({ data }) => data.steepest)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

function inPixels([x, y]: Place, perUnit: number, longest: number): Point {
  const length = Math.hypot(x, y) * perUnit;
  const scale = Number.isFinite(length) ? perUnit * Math.min(1, longest / (length || 1)) : 0;
  return { x: (Number.isFinite(x) ? x : 0) * scale, y: -(Number.isFinite(y) ? y : 0) * scale };
}

function inSquare([x, y]: Place, span: number, plane: Rect): Point {
  return {
    x: plane.x + ((x / span + 1) / 2) * plane.width,
    y: plane.y + ((1 - y / span) / 2) * plane.height,
  };
}
