import { describe, expect, it } from 'vitest';
import { median, quantile, ratio, summarize } from './statistics.mjs';

describe('quantiles', () => {
  it('agree with R, quantile(c(9, 1, 4, 2), c(0.25, 0.5, 0.75))', () => {
    const values = [9, 1, 4, 2];
    expect([0.25, 0.5, 0.75].map((q) => quantile(values, q))).toEqual([1.75, 3, 5.25]);
  });

  it('sort numbers as numbers', () => {
    expect(median([100, 9, 20])).toBe(20);
  });

  it('of nothing are an error', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

it('summarize keeps the series as it came', () => {
  expect(summarize([3, 1, 2])).toMatchObject({ median: 2, min: 1, max: 3, values: [3, 1, 2] });
});

it('a ratio compares round with round', () => {
  const result = ratio([20, 200, 30], [10, 100, 10]);
  expect(result).toEqual({ ofMedians: 3, low: 2, high: 2.5 });
});
