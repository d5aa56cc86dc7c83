import type { FrameData, SeriesLine } from '@/lib/protocol';

export type SeriesData = FrameData['series'];

/** How far a forecast is from what was measured, at the points where both are known. */
export type ForecastError = {
  name: string;
  /** Forecast minus measurement at each point in time; NaN where either is missing. */
  values: Float32Array;
  /** Mean of their sizes, in the series' unit; NaN where no point has both. */
  mean: number;
};

/** One for each forecast, in their order. */
export function errorsOf({ lines: [measured, ...forecasts] }: SeriesData): ForecastError[] {
  return forecasts.map(({ name, values }) => {
    const off = values.map((value, i) => value - (measured?.values[i] ?? NaN));
    return { name, values: off, mean: meanSize(off) };
  });
}

export function meanSize(values: Float32Array): number {
  const known = values.filter(Number.isFinite);
  return known.reduce((sum, value) => sum + Math.abs(value), 0) / known.length;
}

/** The lowest and highest finite values of lines between two points in time, `to` left out. */
export function rangeOf(
  lines: readonly SeriesLine[],
  from: number,
  to: number,
): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const { values } of lines) {
    for (const value of values.subarray(from, to)) {
      if (!Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return low <= high ? [low, high] : [0, 1];
}
