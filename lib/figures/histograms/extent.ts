import { SIZE_HIGH, SIZE_LOW } from '@/lib/protocol';
import type { History } from '../figure-module';
import { niceTicks } from '../ticks';
import type { Distribution, Quantity } from './data';

/** The ends of the axis of values; what lies beyond an end that is cut is counted in a bin of its own. */
export type ValueExtent = { low: number; high: number; cutLow: boolean; cutHigh: boolean };

/** So much of every layer's values is on the axis, over all steps. */
const BULK = 0.95;
/** The axis goes so many times as far as the bulk does. */
const ROOM = 2;
/** An end no further than this beyond that is not worth a cut. */
const SPARED = 1.5;

/**
 * One extent for all layers and all steps, so that both can be compared. A few values far out do not stretch it: where
 * the farthest are well beyond the bulk, the axis ends at twice the bulk's reach.
 */
export function extentOf(history: History<'histograms'>, quantity: Quantity): ValueExtent {
  const all = history.frames.flatMap(({ data }) => data.layers.flatMap((layer) => layer[quantity]));
  const min = Math.min(0, ...all.map(({ low }) => low).filter(Number.isFinite));
  const max = Math.max(0, ...all.map(({ high }) => high).filter(Number.isFinite));
  const end = ROOM * bulkOf(history, quantity);
  const [cutLow, cutHigh] = [-min > SPARED * end, max > SPARED * end];
  if (end === 0 || !(cutLow || cutHigh)) {
    return { low: min, high: max, cutLow: false, cutHigh: false };
  }
  const ticks = niceTicks(cutLow ? -end : min, cutHigh ? end : max, 6);
  return { low: ticks.min, high: ticks.max, cutLow, cutHigh };
}

/** How far from zero the bulk of the layer goes in which it goes farthest. */
function bulkOf({ frames }: History<'histograms'>, quantity: Quantity): number {
  const layers = Math.max(0, ...frames.map(({ data }) => data.layers.length));
  const byLayer = Array.from({ length: layers }, (_, i) =>
    frames.flatMap(({ data }) => data.layers[i]?.[quantity] ?? []),
  );
  const reach = Math.max(0, ...byLayer.map((ones) => reachOf(ones, true)));
  // Where nearly all are exactly zero, the others are what there is to see.
  return reach > 0 ? reach : Math.max(0, ...byLayer.map((ones) => reachOf(ones, false)));
}

/** The size below which the bulk of these lies, between two of the bins that cut sizes by powers of ten. */
function reachOf(ones: readonly Distribution[], withZeros: boolean): number {
  const counts = sumsOf(ones);
  const zeros = withZeros ? ones.reduce((sum, one) => sum + one.zeros, 0) : 0;
  const all = counts.reduce((sum, count) => sum + count, zeros);
  let missing = BULK * all - zeros;
  if (missing <= 0) return 0;
  for (const [bin, count] of counts.entries()) {
    if (count >= missing) return sizeAt(bin + missing / count);
    missing -= count;
  }
  return sizeAt(counts.length);
}

function sumsOf(ones: readonly Distribution[]): number[] {
  const length = Math.max(0, ...ones.map(({ sizes }) => sizes.length));
  return Array.from({ length }, (_, bin) =>
    ones.reduce((sum, { sizes }) => sum + (sizes[bin] ?? 0), 0),
  );
}

/** Where a bin of sizes begins: there are two for each power of ten. */
export const sizeAt = (bin: number) => 10 ** Math.min(SIZE_HIGH, SIZE_LOW + bin / 2);
