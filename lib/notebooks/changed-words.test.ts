import { describe, expect, it } from 'vitest';
import { changedWords } from './changed-words';

const at = (day: number, hour: number, minute: number) => new Date(2026, 0, day, hour, minute);

describe('when a notebook was changed', () => {
  it.each([
    [at(31, 0, 1), 'today, 00:01'],
    [at(30, 23, 59), 'yesterday, 23:59'],
    [at(29, 23, 59), '29 January 2026'],
    [new Date(2025, 11, 31), '31 December 2025'],
  ])('%s', (changed, words) => {
    expect(changedWords(changed.getTime(), at(31, 9, 0))).toBe(words);
  });
});
