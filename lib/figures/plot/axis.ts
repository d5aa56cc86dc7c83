import { formatNumber, formatTick } from '../format';
import { niceTicks } from '../ticks';
import { logTicks } from './log-ticks';

export type PlotTick = { place: number; text: string };
/** From values to CSS pixels. A logarithmic one has no place (NaN) for what is not above zero. */
export type Axis = {
  place(value: number): number;
  value(place: number): number;
  ticks: PlotTick[];
};

export type Span = {
  min: number;
  max: number;
  log?: boolean;
  /** Pixels at which the axis begins and ends. */
  from: number;
  to: number;
  /** About how many ticks. */
  count: number;
  /** Only whole numbers, as for layers. */
  whole?: boolean;
  /** Ends where the values end, not at the next round number. */
  tight?: boolean;
};

/** Round numbers that span the values, each in its place. */
export function axisOf(span: Span): Axis {
  return span.log ? logAxis(span) : linearAxis(span);
}

function linearAxis({ min, max, from, to, count, whole = false, tight = false }: Span): Axis {
  const ticks = niceTicks(min, max, count, whole);
  const [low, high] = tight && max > min ? [min, max] : [ticks.min, ticks.max];
  const place = (value: number) => from + ((value - low) / (high - low)) * (to - from);
  return {
    place,
    value: (at) => low + ((at - from) / (to - from)) * (high - low),
    ticks: ticks.values
      .filter((value) => value >= low - 1e-9 * (high - low) && value <= high + 1e-9 * (high - low))
      .map((value) => ({ place: place(value), text: formatTick(value, ticks.step) })),
  };
}

function logAxis({ min, max, from, to, count }: Span): Axis {
  const ticks = logTicks(min, max, count);
  const [low, high] = [Math.log10(ticks.min), Math.log10(ticks.max)];
  const place = (value: number) =>
    value > 0 ? from + ((Math.log10(value) - low) / (high - low)) * (to - from) : NaN;
  return {
    place,
    value: (at) => 10 ** (low + ((at - from) / (to - from)) * (high - low)),
    ticks: ticks.values.map((value) => ({ place: place(value), text: logText(value) })),
  };
}

/** Decimals near one, "1e−6" far from it. */
function logText(value: number): string {
  const size = Math.log10(value);
  if (size >= 3 && size < 6) return formatTick(value, 1);
  if (size >= -3 - 1e-9 && size < 3) return String(Number(value.toPrecision(3)));
  return formatNumber(value).replace('.0e', 'e');
}
