import type { Axis } from '../plot/axis';
import type { Distribution } from './data';
import { sizeAt, type ValueExtent } from './extent';

/**
 * One bin: its ends in pixels and in values, how many are in it, and its height, 0 to 1 of the row's tallest. One that
 * counts all beyond an end of the axis has an infinite end.
 */
export type Bar = {
  left: number;
  right: number;
  from: number;
  to: number;
  count: number;
  height: number;
};

/** Room beside the axis for a bin of all that is beyond its end, and the width of its bar. */
export const BEYOND = { room: 46, bar: 18 };

type Bin = Pick<Bar, 'from' | 'to' | 'count'>;

export function barsOf(
  distribution: Distribution | null,
  sizes: boolean,
  x: Axis,
  extent: ValueExtent,
): Bar[] {
  if (!distribution) return [];
  const bins = sizes
    ? sizeBins(distribution)
    : cutBins(valueBins(distribution, (x.value(2) - x.value(0)) / 2), extent);
  const tallest = Math.max(1, ...bins.map(({ count }) => count));
  return bins.map((bin) => ({ ...bin, ...placed(bin, x, extent), height: bin.count / tallest }));
}

/** How many of the values are counted beyond the ends of the axis. */
export function countBeyond(distribution: Distribution, extent: ValueExtent): number {
  return cutBins(valueBins(distribution, 0), extent)
    .filter(({ from, to }) => !Number.isFinite(from) || !Number.isFinite(to))
    .reduce((sum, { count }) => sum + count, 0);
}

const sizeBins = ({ sizes }: Distribution): Bin[] =>
  Array.from(sizes, (count, i) => ({ from: sizeAt(i), to: sizeAt(i + 1), count }));

/** @param half of the width of a bar for values that are all alike */
function valueBins({ low, high, bins }: Distribution, half: number): Bin[] {
  const isPoint = high <= low;
  const edge = (i: number) => low + ((high - low) * i) / bins.length;
  return Array.from(bins, (count, i) =>
    isPoint
      ? { from: low - half, to: low + half, count }
      : { from: edge(i), to: edge(i + 1), count },
  );
}

/** Bins most of which lie beyond an end that is cut become one. */
function cutBins(bins: readonly Bin[], { low, high, cutLow, cutHigh }: ValueExtent): Bin[] {
  const middle = ({ from, to }: Bin) => (from + to) / 2;
  const isBelow = (bin: Bin) => cutLow && middle(bin) < low;
  const isAbove = (bin: Bin) => cutHigh && middle(bin) > high;
  const [below, above] = [bins.filter(isBelow), bins.filter(isAbove)];
  const count = (some: readonly Bin[]) => some.reduce((sum, bin) => sum + bin.count, 0);
  return [
    ...(cutLow ? [{ from: -Infinity, to: below.at(-1)?.to ?? low, count: count(below) }] : []),
    ...bins.filter((bin) => !isBelow(bin) && !isAbove(bin)),
    ...(cutHigh ? [{ from: above[0]?.from ?? high, to: Infinity, count: count(above) }] : []),
  ];
}

function placed({ from, to }: Bin, x: Axis, { low, high, cutLow, cutHigh }: ValueExtent) {
  if (from === -Infinity) {
    const right = x.place(low) - BEYOND.room / 2 + BEYOND.bar / 2;
    return { left: right - BEYOND.bar, right };
  }
  if (to === Infinity) {
    const left = x.place(high) + BEYOND.room / 2 - BEYOND.bar / 2;
    return { left, right: left + BEYOND.bar };
  }
  return {
    left: x.place(cutLow ? Math.max(low, from) : from),
    right: x.place(cutHigh ? Math.min(high, to) : to),
  };
}
