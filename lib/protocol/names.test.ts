import { describe, expect, it } from 'vitest';
import { isCellId, isSeed, isSlug } from './names';

describe('names from outside', () => {
  it('are cell ids when an object can be keyed by them', () => {
    expect(['train', 'cell-2', 'A_b', '7', 'x'.repeat(64)].filter(isCellId)).toHaveLength(5);
    const bad = ['', 'a b', '__proto__', 'constructor', 'toString', 'é', 'x'.repeat(65), 'a\n', 7];
    expect(bad.filter(isCellId)).toEqual([]);
  });

  it('are slugs when they can stand in an address', () => {
    expect(isSlug('neural-networks')).toBe(true);
    const bad = ['', '-a', 'a--b', 'A', '../a', 'a/b', 'a\n', null, 'x'.repeat(101)];
    expect(bad.filter(isSlug)).toEqual([]);
  });

  it('are seeds when they are whole numbers of 31 bits', () => {
    expect([0, 1, 2 ** 31 - 1].every(isSeed)).toBe(true);
    expect([-1, 0.5, NaN, Infinity, 2 ** 31, '1', null].filter(isSeed)).toEqual([]);
  });
});
