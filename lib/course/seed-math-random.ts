import { splitmix64 } from './splitmix64';
import type { Words } from './xoshiro128';
import { xoshiro128 } from './xoshiro128';

/** Gives numbers in [0, 1); `words` is where it stands. */
type SeededRandom = (() => number) & { words(): Words };

/**
 * A generator of numbers in [0, 1) with 53 random bits, in place of `Math.random`.
 * @param seed any number; its bits as a 64-bit float are what counts, so 1 and 1.5 differ.
 */
export function seededRandom(seed: number): SeededRandom {
  return randomFrom(wordsOf(seed));
}

function randomFrom(words: Words): SeededRandom {
  const next = xoshiro128(words);
  const random = () => ((next() >>> 5) * 0x4000000 + (next() >>> 6)) / 0x20000000000000;
  return Object.assign(random, { words: next.words });
}

/**
 * Makes `Math.random` repeatable, and with it all that TensorFlow.js draws without a seed of its own:
 * initial weights, the shuffling in `fit`, dropout.
 */
export function seedMathRandom(seed: number): void {
  put(seededRandom(seed));
}

let present: SeededRandom | null = null;

function put(random: SeededRandom): void {
  present = random;
  // Where it is fixed, the numbers change behind it.
  if (Math.random !== fixed) Math.random = random;
}

const fixed = () => (present === null ? unseeded() : present());
const unseeded = Math.random.bind(Math);

/** Puts one function in the place of `Math.random` for good: `Math` may be frozen after it, and is still seeded. */
export function fixMathRandom(): void {
  Math.random = fixed;
}

/** Where `Math.random` stands; null where it is not ours, because a reader has replaced it. */
export function randomState(): Words | null {
  const isOurs = Math.random === present || Math.random === fixed;
  return present !== null && isOurs ? present.words() : null;
}

/** Has `Math.random` go on from there. */
export function setRandomState(words: Words): void {
  put(randomFrom(words));
}

function wordsOf(seed: number): Words {
  const next = splitmix64(new BigUint64Array(Float64Array.of(seed).buffer)[0] ?? 0n);
  const [low, high] = [next(), next()];
  return [lowWord(low), lowWord(low >> 32n), lowWord(high), lowWord(high >> 32n)];
}

function lowWord(bits: bigint): number {
  return Number(bits & 0xffffffffn);
}
