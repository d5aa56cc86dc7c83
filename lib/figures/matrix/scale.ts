import type { Frame } from '@/lib/protocol';
import type { History } from '../figure-module';

/** The smallest and largest finite values. */
export type Range = { low: number; high: number };
const cache = new WeakMap<Frame<'matrix'>, Range>();

/** Over all frames kept, so that one colour means one number wherever the reader scrubs. Always holds zero. */
export function rangeOf(history: History<'matrix'>): Range {
  let [low, high] = [0, 0];
  for (const frame of history.frames) {
    const one = frameRange(frame);
    low = Math.min(low, one.low);
    high = Math.max(high, one.high);
  }
  return { low, high };
}

function frameRange(frame: Frame<'matrix'>): Range {
  const known = cache.get(frame);
  if (known) return known;
  const range = { low: Infinity, high: -Infinity };
  for (const value of frame.data.values) {
    if (!Number.isFinite(value)) continue;
    if (value < range.low) range.low = value;
    if (value > range.high) range.high = value;
  }
  cache.set(frame, range);
  return range;
}
