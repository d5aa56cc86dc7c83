/** The four 32-bit words of the generator's state; not all zero. */
export type Words = [number, number, number, number];

/**
 * xoshiro128** 1.1: 32-bit words, period 2^128 - 1. Small, fast without 64-bit arithmetic, and good
 * enough for everything in this course; not for secrets.
 * Source: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM
 * Transactions on Mathematical Software 47 (2021), https://prng.di.unimi.it/xoshiro128starstar.c.
 * @returns a function that gives the next word, an integer in [0, 2^32), and its `words`: the state that it is in.
 */
export function xoshiro128(seed: Words): (() => number) & { words(): Words } {
  let [a, b, c, d] = seed;
  const next = () => {
    const word = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return word >>> 0;
  };
  return Object.assign(next, { words: (): Words => [a, b, c, d] });
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
