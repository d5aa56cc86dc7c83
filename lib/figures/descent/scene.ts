import type { FrameData } from '@/lib/protocol';
import type { Extent, History, Point, Rect } from '../figure-module';
import { formatTick } from '../format';
import type { Settings } from '../setting';
import { numberOf } from '../setting';
import { niceTicks } from '../ticks';
import { raceOf, type Race } from './race';
import { ownOf, runsOf, stepsOf, type Own, type Run, type Spot } from './runs';

export type DescentData = FrameData['descent'];
export type Tick = { place: number; text: string };
export type DescentScene = Extent & {
  data: DescentData;
  /** The surface's rectangle. */
  plot: Rect;
  xTicks: Tick[];
  yTicks: Tick[];
  runs: Run[];
  race: Race;
  /** The step shown. */
  step: number;
  own: Own | null;
};

const MARGIN = { top: 8, right: 8, bottom: 44, left: 44 };
const RACE = 150;

/** As high as the surface's drawing is for a width. */
export const plotHeight = (width: number) => Math.round(Math.min(400, Math.max(220, width * 0.56)));

export const heightFor = (width: number) => MARGIN.top + plotHeight(width) + MARGIN.bottom + RACE;

export function descentScene(
  history: History<'descent'>,
  at: number,
  width: number,
  settings: Settings,
): DescentScene {
  const data = history.frames[at]!.data;
  const plot = {
    x: MARGIN.left,
    y: MARGIN.top,
    width: Math.max(120, width - MARGIN.left - MARGIN.right),
    height: plotHeight(width),
  };
  const runs = runsOf(data, settings);
  const step = stepOf(data, settings);
  const top = plot.y + plot.height + MARGIN.bottom;
  return {
    width,
    height: top + RACE,
    data,
    plot,
    xTicks: ticks(data.x, plot.width / 64, (x) => placeOf({ data, plot }, x, data.y[0]).x),
    yTicks: ticks(data.y, plot.height / 48, (y) => placeOf({ data, plot }, data.x[0], y).y),
    runs,
    race: raceOf(runs, stepsOf(data), { x: 0, y: top, width, height: RACE }),
    step,
    own: ownOf(data, settings),
  };
}

export const stepOf = (data: DescentData, settings: Settings) =>
  Math.round(numberOf(settings, 'step', stepsOf(data), [0, stepsOf(data)]));

type Plane = Pick<DescentScene, 'data' | 'plot'>;

/** From numbers to the drawing. */
export function placeOf({ data, plot }: Plane, x: number, y: number): Point {
  const share = (value: number, [low, high]: readonly [number, number]) =>
    (value - low) / (high - low);
  return {
    x: plot.x + share(x, data.x) * plot.width,
    y: plot.y + (1 - share(y, data.y)) * plot.height,
  };
}

/** From the drawing to numbers, with no more digits than a pixel tells. */
export function valueAt({ data, plot }: Plane, { x, y }: Point): { x: number; y: number } {
  const along = (share: number, [low, high]: readonly [number, number], pixels: number) => {
    const digits = Math.max(0, 1 - Math.floor(Math.log10((high - low) / pixels)));
    return Number((low + share * (high - low)).toFixed(Math.min(12, digits)));
  };
  return {
    x: along((x - plot.x) / plot.width, data.x, plot.width),
    y: along(1 - (y - plot.y) / plot.height, data.y, plot.height),
  };
}

/** Where a run stands when a step is shown; a run that ended before stands at its end. */
export function spotAt(run: Run, step: number): Spot | undefined {
  return run.spots[Math.min(step, run.spots.length - 1)];
}

function ticks(
  [low, high]: readonly [number, number],
  count: number,
  place: (value: number) => number,
): Tick[] {
  const { values, step } = niceTicks(low, high, Math.max(2, count));
  const inside = values.filter((value) => value >= low - 1e-9 && value <= high + 1e-9);
  return inside.map((value) => ({ place: place(value), text: formatTick(value, step) }));
}
