const MASK = 0xffffffffffffffffn;

/**
 * SplitMix64, which spreads a small seed over many bits; its authors recommend it for seeding xoshiro.
 * Source: G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators", OOPSLA
 * 2014; constants as in https://prng.di.unimi.it/splitmix64.c.
 * @returns a function that gives the next word, an integer in [0, 2^64).
 */
export function splitmix64(seed: bigint): () => bigint {
  let state = seed & MASK;
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & MASK;
    let word = state;
    word = ((word ^ (word >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    word = ((word ^ (word >> 27n)) * 0x94d049bb133111ebn) & MASK;
    return word ^ (word >> 31n);
  };
}
