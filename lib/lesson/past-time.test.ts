import { describe, expect, it } from 'vitest';
import { timeAgo } from './past-time';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

describe('timeAgo', () => {
  it.each([
    [0, 'just now'],
    [-5, 'just now'],
    [MINUTE - 1, 'just now'],
    [MINUTE, '1 minute ago'],
    [59 * MINUTE, '59 minutes ago'],
    [119 * MINUTE, '1 hour ago'],
    [DAY, 'yesterday'],
    [9 * DAY, '9 days ago'],
  ])('%d ms: %s', (gone, words) => {
    expect(timeAgo(1e12 - gone, 1e12)).toBe(words);
  });
});
