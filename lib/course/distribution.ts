import { SIZE_HIGH, SIZE_LOW, type FrameData } from '@/lib/protocol';

export type Distribution = FrameData['histograms']['layers'][number]['activations'][number];

const BINS = 30;
/** Two for each power of ten. */
const SIZES = 2 * (SIZE_HIGH - SIZE_LOW);

/** Counts values into bins between their ends, and their sizes by powers of ten. */
export function distributionOf(values: ArrayLike<number>): Distribution {
  const { low, high, sum, absolute, count } = summary(values);
  const mean = sum / count;
  const bins = new Uint32Array(BINS);
  const sizes = new Uint32Array(SIZES);
  let [zeros, squares] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isFinite(value)) continue;
    squares += (value - mean) ** 2;
    bins[binOf(value, low, high)]! += 1;
    if (value === 0) zeros += 1;
    else sizes[sizeOf(value)]! += 1;
  }
  return {
    low,
    high,
    bins,
    sizes,
    zeros,
    broken: values.length - count,
    mean,
    deviation: Math.sqrt(squares / count),
    size: absolute / count,
  };
}

function summary(values: ArrayLike<number>) {
  let [low, high, sum, absolute, count] = [Infinity, -Infinity, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
    sum += value;
    absolute += Math.abs(value);
    count += 1;
  }
  return count === 0
    ? { low: 0, high: 0, sum, absolute, count }
    : { low, high, sum, absolute, count };
}

function binOf(value: number, low: number, high: number): number {
  if (high <= low) return BINS >> 1;
  return Math.min(BINS - 1, Math.floor(((value - low) / (high - low)) * BINS));
}

function sizeOf(value: number): number {
  const decade = Math.log10(Math.abs(value));
  const bin = Math.floor(((decade - SIZE_LOW) / (SIZE_HIGH - SIZE_LOW)) * SIZES);
  return Math.min(SIZES - 1, Math.max(0, bin));
}
