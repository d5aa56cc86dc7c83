import type { Extent, History, Rect } from '../figure-module';
import { formatTick } from '../format';
import { formatShort } from '../format-short';
import { choiceOf, numberOf, type Settings } from '../setting';
import { TEXT, textWidth } from '../text';
import { niceTicks } from '../ticks';
import { errorsOf, rangeOf, type ForecastError, type SeriesData } from './errors';
import { numberWords } from './unit-words';

export type Tick = { place: number; text: string };

/** The name of a line, with a piece of it before it. */
export type KeyEntry = { x: number; y: number; text: string };

export type SeriesScene = Extent & {
  data: SeriesData;
  errors: ForecastError[];
  /** The points in time shown: `from`, and those up to but without `to`. */
  from: number;
  to: number;
  /** Where the series is, and where the sizes of the errors are; null without a forecast. */
  plot: Rect;
  strip: Rect | null;
  yTicks: Tick[];
  xTicks: Tick[];
  stripTop: number;
  /** One for each line. */
  key: KeyEntry[];
  /** Of a value in the series' unit, from the top. */
  y(value: number): number;
  /** Of a point in time, from the left. */
  x(time: number): number;
};

const EMPTY: SeriesData = { times: [], unit: '', lines: [] };
/** From the last row of the key to the plot: room for the unit. */
const UNDER_KEY = 28;
const KEY_ROW = 16;
/** The piece of a line before its name, with a gap. */
export const KEY_SAMPLE = 34;
const PLOT = 208;
const STRIP = 64;
const GAP = 34;
const FOOT = 30;

/** Spans that can be chosen, in points in time; only those shorter than the series are. */
const SPANS = [365, 120, 60, 30];
export const ALL = 'all';

export function spansOf({ times }: SeriesData): string[] {
  return [ALL, ...SPANS.filter((span) => span < times.length).map(String)];
}

/** The part of the series that is looked at. */
export function windowOf(data: SeriesData, settings: Settings): { from: number; to: number } {
  const count = data.times.length;
  const span = choiceOf(settings, 'span', spansOf(data), ALL);
  const length = span === ALL ? count : Number(span);
  const from = Math.round(numberOf(settings, 'from', count - length, [0, count - length]));
  return { from, to: from + length };
}

export function seriesScene(
  history: History<'series'>,
  at: number,
  width: number,
  settings: Settings = {},
): SeriesScene {
  const data = history.frames[at]?.data ?? EMPTY;
  const { from, to } = windowOf(data, settings);
  const errors = errorsOf(data);
  const ticks = niceTicks(...rangeOf(data.lines, from, to), 4);
  const texts = ticks.values.map((value) => formatTick(value, ticks.step));
  const stripTop = largestError(errors, from, to);
  const sides = errors.length > 0 ? [...texts, formatShort(stripTop)] : texts;
  const left = 14 + Math.max(...sides.map((text) => textWidth(text, TEXT.small)));
  const room = Math.max(120, width - left - 8);
  const key = keyOf(data, errors, left, left + room);
  const plot = { x: left, y: (key.at(-1)?.y ?? 0) + UNDER_KEY, width: room, height: PLOT };
  const strip = errors.length > 0 ? stripUnder(plot) : null;
  const y = (value: number) =>
    plot.y + plot.height * (1 - (value - ticks.min) / (ticks.max - ticks.min));
  const x = (time: number) => plot.x + (plot.width * (time - from)) / Math.max(1, to - 1 - from);
  return {
    width: plot.x + plot.width + 8,
    height: (strip ? strip.y + strip.height : plot.y + plot.height) + FOOT,
    data,
    errors,
    from,
    to,
    plot,
    strip,
    yTicks: ticks.values.map((value, i) => ({ place: y(value), text: texts[i] ?? '' })),
    xTicks: timeTicks(data.times, from, to, x, plot.width),
    stripTop,
    key,
    y,
    x,
  };
}

/** The names of the lines, and how far each forecast is off, in rows between two places. */
function keyOf(
  { lines, unit }: SeriesData,
  errors: readonly ForecastError[],
  left: number,
  right: number,
): KeyEntry[] {
  let [x, y] = [left, 8];
  return lines.map(({ name }, line) => {
    const error = errors[line - 1];
    const isKnown = error && Number.isFinite(error.mean);
    const text = isKnown ? `${name}: off by ${numberWords(error.mean, unit)}` : name;
    const width = KEY_SAMPLE + textWidth(text, TEXT.label);
    if (x > left && x + width > right) [x, y] = [left, y + KEY_ROW];
    const entry = { x, y, text };
    x += width + 20;
    return entry;
  });
}

function stripUnder(plot: Rect): Rect {
  return { ...plot, y: plot.y + plot.height + GAP, height: STRIP };
}

function largestError(errors: readonly ForecastError[], from: number, to: number): number {
  const [low, high] = rangeOf(errors, from, to);
  return errors.length > 0 ? Math.max(high, -low, Number.MIN_VALUE) : 1;
}

/** As many names of points in time as fit without touching, evenly spread. */
function timeTicks(
  times: readonly string[],
  from: number,
  to: number,
  x: (time: number) => number,
  width: number,
): Tick[] {
  const count = to - from;
  const widest = Math.max(0, ...times.slice(from, to).map((one) => textWidth(one, TEXT.small)));
  const fit = Math.max(1, Math.min(count, Math.floor(width / (widest + 24))));
  return Array.from({ length: fit }, (_, i) => {
    const time = from + Math.round(((i + 0.5) * count) / fit - 0.5);
    return { place: x(time), text: times[time] ?? '' };
  });
}
