import type { Extent, History, Rect } from '../figure-module';
import { axisOf, type Axis } from '../plot/axis';
import type { PlotAxes } from '../plot/draw-axes';
import type { Settings } from '../setting';
import {
  dataAt,
  flatStretches,
  focusOf,
  lengthOf,
  restingIndex,
  xAt,
  type FlatStretch,
  type FunctionData,
} from './data';

/** The functions in one, their derivatives in the other, over the same x. */
export type FunctionPanel = PlotAxes & { y: Axis; of: 'y' | 'slope' };
export type FunctionScene = Extent & {
  data: FunctionData;
  focus: number;
  /** The sample that is marked while the reader points at nothing. */
  resting: number;
  x: Axis;
  flats: (FlatStretch & { left: number; right: number })[];
  value: FunctionPanel;
  slope: FunctionPanel;
};

const LEFT = 44;
const RIGHT = 16;
const PANELS = { value: { top: 34, share: 0.58 }, gap: 58, bottom: 46 };

export const functionHeight = (width: number) => (width < 540 ? 400 : 460);

export function functionScene(
  history: History<'function'>,
  at: number,
  width: number,
  settings: Settings,
): FunctionScene {
  const data = dataAt(history, at);
  const focus = focusOf(data, settings);
  const height = functionHeight(width);
  const plot = { x: LEFT, width: Math.max(120, width - LEFT - RIGHT) };
  const x = axisOf({
    min: data.from,
    max: data.to,
    from: plot.x,
    to: plot.x + plot.width,
    count: Math.max(4, plot.width / 64),
    tight: true,
  });
  const room = height - PANELS.value.top - PANELS.gap - PANELS.bottom;
  const top = { ...plot, y: PANELS.value.top, height: room * PANELS.value.share };
  const foot = { ...plot, y: top.y + top.height + PANELS.gap, height: room - top.height };
  const curve = data.curves[focus];
  return {
    width: Math.max(width, LEFT + plot.width + RIGHT),
    height,
    data,
    focus,
    resting: restingIndex(data, settings),
    x,
    flats: (curve ? flatStretches(data, curve) : []).map((flat) => ({
      ...flat,
      left: x.place(flat.from),
      right: x.place(flat.to),
    })),
    value: panelOf(data, 'y', top, x, curve?.name ?? ''),
    slope: panelOf(data, 'slope', foot, x, curve?.name ?? ''),
  };
}

function panelOf(
  data: FunctionData,
  of: FunctionPanel['of'],
  plot: Rect,
  x: Axis,
  name: string,
): FunctionPanel {
  const span = { from: plot.y + plot.height, to: plot.y, count: of === 'y' ? 5 : 3 };
  const y = axisOf({ ...rangeOf(data, of), ...span });
  const words = of === 'y' ? name : `slope of ${name}, its derivative`;
  return {
    of,
    plot,
    y,
    xTicks: x.ticks,
    yTicks: y.ticks,
    xLabel: of === 'y' ? '' : 'x',
    yLabel: words,
    margin: LEFT,
  };
}

/** One range for all functions, so that they can be compared; zero is in it. */
function rangeOf(data: FunctionData, of: FunctionPanel['of']): { min: number; max: number } {
  if (of === 'y' && data.low < data.high) return { min: data.low, max: data.high };
  const values = data.curves.flatMap((curve) => Array.from(curve[of]).filter(Number.isFinite));
  const [min, max] = values.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [0, 0]);
  return { min, max };
}

/** What there is at a sample: of the curve in focus, in numbers and in pixels. */
export function sampleAt(scene: FunctionScene, at: number) {
  const { data, focus, x, value, slope } = scene;
  const index = Math.min(Math.max(0, lengthOf(data) - 1), Math.max(0, at));
  const curve = data.curves[focus];
  const numbers = {
    x: xAt(data, index),
    y: curve?.y[index] ?? NaN,
    slope: curve?.slope[index] ?? NaN,
  };
  return {
    ...numbers,
    index,
    curve,
    left: x.place(numbers.x),
    valueTop: value.y.place(numbers.y),
    slopeTop: slope.y.place(numbers.slope),
  };
}
