import type { Extent, History, Point, Rect } from '../figure-module';
import { formatNumber, formatTick } from '../format';
import { TEXT, textWidth } from '../text';
import { niceTicks, type Ticks } from '../ticks';
import { freePlace } from './free-place';
import { placeMarks } from './place-marks';
import { lowestValidationLoss, metricGroups, type MetricGroup, type Role } from './metrics';

export type Tick = { place: number; text: string };
/** `y` is NaN where the value is not finite. */
export type LinePoint = { x: number; y: number; step: number; value: number };
export type CurveLine = {
  metric: string;
  role: Role;
  points: LinePoint[];
  /** The first of each run of values that are not finite: at `x`, in a word. */
  gaps: { x: number; word: string }[];
};
/** The lowest validation loss: its ring, and the middle of its word. */
export type Best = { x: number; y: number; text: string; index: number; label: Point };
/** A rule at `x`, and where its words stand beside it. */
export type Mark = {
  x: number;
  text: string;
  label: Point & { align: 'left' | 'right' };
};
export type Panel = {
  title: string;
  base: string;
  /** Where the title begins. */
  left: number;
  plot: Rect;
  xTicks: Tick[];
  yTicks: Tick[];
  lines: CurveLine[];
  best: Best | null;
  /** Steps at which something happened, in words. */
  marks: Mark[];
};
export type CurveScene = Extent & {
  panels: Panel[];
  stepName: string;
  /** Every frame's step, and which of them is shown. */
  steps: number[];
  at: number;
};

const MARGIN = { top: 36, right: 84, bottom: 40, left: 44 };
const GAP = { x: 20, y: 16 };
const WIDE = 540;

/** Panels side by side where there is room for two, else stacked. */
export function curveScene(history: History<'curve'>, at: number, width: number): CurveScene {
  const groups = metricGroups(history);
  const columns = width >= WIDE && groups.length > 1 ? 2 : 1;
  const panelWidth = (width - GAP.x * (columns - 1)) / columns;
  const panelHeight = columns === 1 && width < WIDE ? 216 : 248;
  const steps = history.frames.map((frame) => frame.step);
  const panels = groups.map((group, i) => {
    const left = (i % columns) * (panelWidth + GAP.x);
    const top = Math.floor(i / columns) * (panelHeight + GAP.y);
    return panelAt(history, at, group, { x: left, y: top, width: panelWidth, height: panelHeight });
  });
  const rows = Math.max(1, Math.ceil(groups.length / columns));
  const height = rows * panelHeight + (rows - 1) * GAP.y;
  return { width, height, panels, stepName: history.figure.stepName || 'step', steps, at };
}

function panelAt(history: History<'curve'>, at: number, group: MetricGroup, box: Rect): Panel {
  const yTicks = niceTicks(...valueRange(history, group), 4);
  const left = leftFor(yTicks);
  const plot = {
    x: box.x + left,
    y: box.y + MARGIN.top,
    width: Math.max(40, box.width - left - MARGIN.right),
    height: box.height - MARGIN.top - MARGIN.bottom,
  };
  const steps = history.frames.map((frame) => frame.step);
  const single = steps.length < 2;
  const first = steps[0] ?? 0;
  // One point alone stands at the left, with the axis open ahead of it.
  const last = single ? first + 1 : (steps[steps.length - 1] ?? 1);
  const xTicks = niceTicks(first, last, plot.width / (last >= 1000 ? 56 : 30), true);
  // Steps that count from 1 start at the axis rather than one tick into it.
  const x = scale(Math.max(xTicks.min, first), xTicks.max, plot.x, plot.x + plot.width);
  const y = scale(yTicks.min, yTicks.max, plot.y + plot.height, plot.y);
  const lines = group.metrics.map(({ name, role }) => lineOf(history, name, role, x, y));
  return {
    title: group.title,
    base: group.base,
    left: box.x,
    plot,
    xTicks: ticksAt(xTicks, x).filter((tick) => tick.place >= plot.x - 0.5),
    yTicks: ticksAt(yTicks, y),
    lines,
    best: group.base === 'loss' ? bestAt(history, at, x, y, plot, lines) : null,
    marks: placeMarks(marksIn(history, x), plot, lines),
  };
}

const marksIn = ({ frames }: History<'curve'>, x: Scale) =>
  frames.flatMap(({ step, data }) => (data.mark ? [{ x: x(step), text: data.mark }] : []));

/** Numbers of many decimals, where a line hardly moves, get the room that they need. */
function leftFor({ values, step }: Ticks): number {
  const widths = values.map((value) => textWidth(formatTick(value, step), TEXT.small));
  return Math.ceil(Math.max(MARGIN.left, ...widths.map((width) => width + 12)));
}

type Scale = (value: number) => number;
function scale(min: number, max: number, from: number, to: number): Scale {
  return (value) => from + ((value - min) / (max - min || 1)) * (to - from);
}

const ticksAt = ({ values, step }: Ticks, place: Scale): Tick[] =>
  values.map((value) => ({ place: place(value), text: formatTick(value, step) }));

function valueRange(history: History<'curve'>, group: MetricGroup): [number, number] {
  let [min, max] = [Infinity, -Infinity];
  for (const { data } of history.frames) {
    for (const { name } of group.metrics) {
      const value = data.values[name];
      if (value === undefined || !Number.isFinite(value)) continue;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  }
  return [min, max];
}

function lineOf(
  history: History<'curve'>,
  metric: string,
  role: Role,
  x: Scale,
  y: Scale,
): CurveLine {
  const points: LinePoint[] = [];
  const gaps: CurveLine['gaps'] = [];
  let finite = true;
  for (const { step, data } of history.frames) {
    const value = data.values[metric];
    if (value === undefined) continue;
    const here = Number.isFinite(value);
    if (!here && finite) gaps.push({ x: x(step), word: formatNumber(value) });
    finite = here;
    points.push({ x: x(step), y: here ? y(value) : NaN, step, value });
  }
  return { metric, role, points, gaps };
}

function bestAt(
  history: History<'curve'>,
  at: number,
  x: Scale,
  y: Scale,
  plot: Rect,
  lines: readonly CurveLine[],
): Best | null {
  const best = lowestValidationLoss(history, at);
  if (!best) return null;
  const text = `lowest ${formatNumber(best.value)}`;
  const ring = { x: x(best.step), y: y(best.value) };
  return { ...ring, text, index: best.index, label: freePlace(ring, text, plot, lines) };
}
