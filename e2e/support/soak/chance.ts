/** Numbers that a seed decides, so that a failure can be played again. */
export type Chance = {
  /** 0 <= value < below. */
  below(below: number): number;
  /** One of several, which must not be none. */
  one<T>(of: readonly T[]): T;
};

/** Mulberry32, by Tommy Ettinger (public domain); good enough to choose with. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    one<T>(of: readonly T[]): T {
      const value = of[below(of.length)];
      if (value === undefined) throw new Error('There is nothing to choose from.');
      return value;
    },
  };
}
