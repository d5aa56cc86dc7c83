import type { Random } from './types/random';
import { seedMathRandom } from './seed-math-random';

/** `random`: everything comes from `Math.random`, which the sandbox seeds at the start of each run. */
export const random: Random = { shuffle, permutation, normal, uniform, integer, seed };

function shuffle<T>(values: readonly T[]): T[] {
  const shuffled = Array.from(values);
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = integer(last + 1);
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}

function permutation(length: number): number[] {
  if (!Number.isInteger(length) || length < 0) {
    throw new RangeError(`random.permutation needs a whole number, 0 or more, but got ${length}.`);
  }
  return shuffle(Array.from({ length }, (_, index) => index));
}

/** Box-Muller, one of the pair: a spare kept for later would outlive the run's seed. */
function normal(mean = 0, deviation = 1): number {
  const radius = Math.sqrt(-2 * Math.log(1 - Math.random()));
  return mean + deviation * radius * Math.cos(2 * Math.PI * Math.random());
}

function uniform(low = 0, high = 1): number {
  return low + (high - low) * Math.random();
}

function integer(below: number): number {
  if (!Number.isInteger(below) || below < 1) {
    throw new RangeError(`random.integer needs a whole number, 1 or more, but got ${below}.`);
  }
  return Math.floor(Math.random() * below);
}

function seed(value: number): void {
  if (typeof value !== 'number' || Number.isNaN(value)) {
    throw new TypeError(`random.seed needs a number, but got ${String(value)}.`);
  }
  seedMathRandom(value);
}
