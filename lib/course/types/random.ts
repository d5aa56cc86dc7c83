export type Random = {
  /**
   * The same values in a random order, as a new array.
   *
   * @example
   * random.shuffle(['a', 'b', 'c']);
   */
  shuffle<T>(values: readonly T[]): T[];

  /**
   * The numbers from 0 to `length - 1` in a random order.
   *
   * @example
   * const [first, ...others] = random.permutation(768);
   */
  permutation(length: number): number[];

  /**
   * A number from the normal distribution.
   *
   * @param mean its mean, 0 if not said
   * @param deviation its standard deviation, 1 if not said
   * @example
   * const weight = random.normal(0, 0.1);
   */
  normal(mean?: number, deviation?: number): number;

  /**
   * A number from `low` up to, but not including, `high`; from 0 to 1 if not said.
   *
   * @example
   * const x = random.uniform(-1, 1);
   */
  uniform(low?: number, high?: number): number;

  /**
   * A whole number from 0 up to, but not including, `below`.
   *
   * @example
   * const die = 1 + random.integer(6);
   */
  integer(below: number): number;

  /**
   * Starts chance anew from a seed, for the rest of this run. Every run of a cell starts from a seed
   * anyway; use this to try several.
   *
   * @example
   * for (const seed of [1, 2, 3, 4, 5]) {
   *   random.seed(seed);
   *   // split, build and train here
   * }
   */
  seed(value: number): void;
};
