import { describe, expect, it } from 'vitest';
import { isBounded } from './check';

describe('isBounded', () => {
  it('counts every value, plain ones too', () => {
    expect([isBounded([1, 'a', null], 3), isBounded([1, 'a', null], 2)]).toEqual([true, false]);
    // Two entries, and what is in them.
    expect([isBounded([{ a: 1 }, [2]], 4), isBounded([{ a: 1 }, [2]], 3)]).toEqual([true, false]);
    expect(isBounded(new Float32Array(1_000), 0)).toBe(true);
  });

  it('counts what is shared as often as it is reached, and ends soon', () => {
    const shared: number[] = new Array(100_000).fill(0);
    const value = new Array(100_000).fill(shared);
    const start = performance.now();
    expect(isBounded(value, 1_000_000)).toBe(false);
    // Listing what is shared 100,000 times would take minutes.
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('looks at the length of an array before it lists it', () => {
    expect(isBounded(new Array(2 ** 31), 1_000_000)).toBe(false);
    expect(isBounded([new Array(600), new Array(600)], 1_000)).toBe(false);
    expect(isBounded([new Array(600)], 1_000)).toBe(true);
  });
});
