import type { Extent, History, Point, Rect } from '../figure-module';
import { axisOf, type Axis } from '../plot/axis';
import type { PlotAxes } from '../plot/draw-axes';
import { choiceOf, type Settings } from '../setting';
import { spread } from '../spread';
import { TEXT, textWidth } from '../text';
import { labelOf, type LinesData, type LinesSeries } from './data';
import { rangeOf } from './range';

export type PlacedPoint = Point & { low: number; high: number };
/** `points` are as many as the series has; one that has no place is NaN. `end` is the last that has one. */
export type PlacedLine = {
  series: LinesSeries;
  points: PlacedPoint[];
  end: Point | null;
  /** Middle of the name at the right. */
  labelY: number;
};
export type LinesScene = Extent &
  PlotAxes & {
    data: LinesData;
    lines: PlacedLine[];
    labels: { x: number; width: number };
    y: Axis;
  };

export const SCALES = ['linear', 'logarithmic'] as const;
const TOP = 36;
const BOTTOM = 44;
const LABEL_GAP = 15;

/** Whether the y axis is logarithmic now: as the cell said, unless the reader has chosen. */
export function isLogarithmic(data: LinesData, settings: Settings): boolean {
  return choiceOf(settings, 'y', SCALES, SCALES[data.y.log ? 1 : 0]) === 'logarithmic';
}

export function linesScene(
  history: History<'lines'>,
  at: number,
  width: number,
  settings: Settings,
): LinesScene {
  const data = history.frames[at]?.data ?? EMPTY;
  const log = isLogarithmic(data, settings);
  const names = data.series.map((one) => textWidth(labelOf(one), TEXT.label));
  const labelRoom = Math.min(Math.max(40, ...names) + 26, width * 0.38);
  const height = Math.max(width < 540 ? 260 : 320, TOP + BOTTOM + data.series.length * LABEL_GAP);
  const ySpan = { ...rangeOf(history, 'y', log), log, count: log ? 6 : 5 };
  const y = axisOf({ ...ySpan, from: height - BOTTOM, to: TOP });
  const margin = 14 + Math.max(24, ...y.ticks.map(({ text }) => textWidth(text, TEXT.small)));
  const plot = {
    x: margin,
    y: TOP,
    width: Math.max(80, width - margin - labelRoom),
    height: height - TOP - BOTTOM,
  };
  const x = xAxis(history, data, plot);
  const lines = placeLabels(
    data.series.map((series) => placedLine(series, x, y)),
    plot,
  );
  return {
    width: Math.max(width, plot.x + plot.width + labelRoom),
    height,
    data,
    plot,
    margin,
    xTicks: x.ticks,
    yTicks: y.ticks,
    xLabel: data.x.label,
    yLabel: data.y.label,
    lines,
    labels: { x: plot.x + plot.width + 22, width: labelRoom - 26 },
    y,
  };
}

const EMPTY: LinesData = { x: { label: '', log: false }, y: { label: '', log: false }, series: [] };

function xAxis(history: History<'lines'>, { x }: LinesData, plot: Rect): Axis {
  const range = rangeOf(history, 'x', x.log);
  const whole = history.frames.every(({ data }) =>
    data.series.every((series) => series.x.every(Number.isInteger)),
  );
  const count = Math.max(2, plot.width / 56);
  const ends = { from: plot.x, to: plot.x + plot.width };
  return axisOf({ ...range, ...ends, log: x.log, count, whole, tight: true });
}

function placedLine(series: LinesSeries, x: Axis, y: Axis): PlacedLine {
  const yAt = (value: number | undefined) =>
    value !== undefined && Number.isFinite(value) ? y.place(value) : NaN;
  const points = Array.from(series.x, (value, i) => ({
    x: Number.isFinite(value) ? x.place(value) : NaN,
    y: yAt(series.y[i]),
    low: yAt(series.low[i]),
    high: yAt(series.high[i]),
  }));
  const end = points.findLast((point) => Number.isFinite(point.x) && Number.isFinite(point.y));
  return { series, points, end: end ?? null, labelY: 0 };
}

/** Names beside the ends of their lines, moved apart; those without a point are at the foot. */
function placeLabels(lines: readonly PlacedLine[], plot: Rect): PlacedLine[] {
  const floor = plot.y + plot.height;
  const wanted = lines.map(({ end }) => end?.y ?? floor);
  const places = spread(wanted, LABEL_GAP, plot.y - 4, floor + 4);
  return lines.map((line, i) => ({ ...line, labelY: places[i] ?? floor }));
}
