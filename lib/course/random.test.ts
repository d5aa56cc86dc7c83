import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { random } from './random';
import { seededRandom, seedMathRandom } from './seed-math-random';
import { splitmix64 } from './splitmix64';
import { xoshiro128 } from './xoshiro128';

const own = Math.random;
beforeEach(() => seedMathRandom(7));
afterEach(() => {
  Math.random = own;
});

const take = <T>(count: number, next: () => T) => Array.from({ length: count }, next);

describe('the generator', () => {
  it('gives the words of the reference implementation of xoshiro128**', () => {
    // State {1, 2, 3, 4}, from xoshiro128starstar.c 1.1; the same vector is in the tests of rand_xoshiro.
    expect(take(10, xoshiro128([1, 2, 3, 4]))).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ]);
  });

  it('gives the words of the reference implementation of SplitMix64', () => {
    // Seed 1234567, from splitmix64.c; the same vector is on Rosetta Code.
    expect(take(5, splitmix64(1234567n))).toEqual([
      6457827717110365317n,
      3203168211198807973n,
      9817491932198370423n,
      4593380528125082431n,
      16408922859458223821n,
    ]);
  });

  it('repeats for one seed and differs for others', () => {
    const first = take(5, seededRandom(1));
    expect(take(5, seededRandom(1))).toEqual(first);
    for (const seed of [0, 2, -1, 1.5, 2 ** 40]) {
      expect(take(5, seededRandom(seed))).not.toEqual(first);
    }
  });

  it('is uniform: 100,000 draws in 20 bins', () => {
    const bins = new Array<number>(20).fill(0);
    const next = seededRandom(3);
    // A draw outside [0, 1) would fall in no bin and make the sum NaN.
    for (let draw = 0; draw < 100_000; draw++) bins[Math.floor(next() * 20)]! += 1;
    expect(bins).toHaveLength(20);
    const chiSquare = bins.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0);
    // 19 degrees of freedom: 43.8 is passed once in 1,000 seeds.
    expect(chiSquare).toBeLessThan(43.8);
  });
});

describe('random', () => {
  it('shuffles into a new array that holds the same', () => {
    const values = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const shuffled = random.shuffle(values);
    expect(values.join('')).toBe('abcdefgh');
    expect(shuffled).not.toEqual(values);
    expect([...shuffled].sort()).toEqual(values);
  });

  it('gives each order of three equally often', () => {
    const counts: Record<string, number> = {};
    for (let draw = 0; draw < 6000; draw++) {
      const order = random.permutation(3).join('');
      counts[order] = (counts[order] ?? 0) + 1;
    }
    expect(Object.keys(counts)).toHaveLength(6);
    const chiSquare = Object.values(counts).reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
    // 5 degrees of freedom: 20.5 is passed once in 1,000 seeds.
    expect(chiSquare).toBeLessThan(20.5);
  });

  it('draws normals with the mean and deviation asked for', () => {
    const values = take(50_000, () => random.normal(3, 2));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    const within = values.filter((value) => Math.abs(value - 3) < 2).length / values.length;
    expect(mean).toBeCloseTo(3, 1);
    expect(Math.sqrt(variance)).toBeCloseTo(2, 1);
    // 68.27 % of a normal distribution is within one deviation.
    expect(within).toBeGreaterThan(0.675);
    expect(within).toBeLessThan(0.69);
  });

  it('draws uniforms and integers within their bounds', () => {
    for (let draw = 0; draw < 1000; draw++) {
      const value = random.uniform(-2, 5);
      expect(value >= -2 && value < 5).toBe(true);
    }
    expect(new Set(take(200, () => random.integer(4)))).toEqual(new Set([0, 1, 2, 3]));
  });

  it('starts over from a seed', () => {
    random.seed(42);
    const first = [random.uniform(), random.normal(), random.integer(1000)];
    random.seed(42);
    expect([random.uniform(), random.normal(), random.integer(1000)]).toEqual(first);
  });

  it('says what it needs', () => {
    expect(() => random.integer(0)).toThrow('whole number, 1 or more, but got 0');
    expect(() => random.permutation(2.5)).toThrow('but got 2.5');
    expect(() => random.seed(NaN)).toThrow('needs a number, but got NaN');
  });
});
