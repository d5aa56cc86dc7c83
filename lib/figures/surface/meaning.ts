import type { NetworkLayer } from '@/lib/protocol';
import { activationOf } from '../dense/activation';
import type { Fields, SurfaceData } from './fields';

/** The middle of a unit's values, where its colour turns, and how far they go to either side. */
export type Meaning = { middle: number; reach: number };

/** @param layer 0 for the coordinates */
export function meaningOf(
  data: SurfaceData,
  layers: readonly NetworkLayer[],
  fields: Fields,
  layer: number,
  unit: number,
): Meaning {
  // Of a sampled model nothing but the answer is known.
  if (data.grid) return between([data.grid.low, data.grid.high]);
  if (layer === 0) return between(unit === 0 ? data.x : data.y);
  const range = activationOf(layers[layer - 1]?.activation ?? '').range;
  return range ?? { middle: 0, reach: largest(fields.values[layer]?.[unit]) };
}

const between = ([low, high]: readonly [number, number]): Meaning => ({
  middle: (low + high) / 2,
  reach: (high - low) / 2,
});

function largest(field: Float32Array | undefined): number {
  let most = 0;
  for (const value of field ?? []) {
    const size = Math.abs(value);
    if (size > most && size < Infinity) most = size;
  }
  return most || 1;
}

/** Whether any of the outputs is no number, so that the answer stands for no class. */
export const isNoNumber = (answer: readonly number[]): boolean =>
  answer.length === 0 || answer.some(Number.isNaN);

/**
 * The class that an answer stands for: the side of the middle on which one output lies, or the largest of several; -1
 * where they are no numbers.
 */
export function classOf(answer: readonly number[], { middle }: Meaning): number {
  if (isNoNumber(answer)) return -1;
  if (answer.length === 1) return (answer[0] ?? NaN) > middle ? 1 : 0;
  return answer.reduce((best, value, i) => (value > (answer[best] ?? -Infinity) ? i : best), 0);
}
