import type { History } from '../figure-module';
import type { LinesSeries } from './data';

/** The ends of all frames' values along one axis, spreads included; of a logarithmic one, of those above zero. */
export function rangeOf(
  history: History<'lines'>,
  axis: 'x' | 'y',
  log: boolean,
): { min: number; max: number } {
  let [min, max] = [Infinity, -Infinity];
  for (const { data } of history.frames) {
    for (const values of data.series.flatMap((series) => valuesOf(series, axis))) {
      for (const value of values) {
        if (!Number.isFinite(value) || (log && value <= 0)) continue;
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
  }
  return { min, max };
}

const valuesOf = ({ x, y, low, high }: LinesSeries, axis: 'x' | 'y') =>
  axis === 'x' ? [x] : [y, low, high];
