import { expect, it } from 'vitest';
import { notFiniteWords } from './not-finite';

it('counts what is no finite number, by kind', () => {
  expect(notFiniteWords([1, 0, -2])).toBe('');
  expect(notFiniteWords([NaN, 1, NaN])).toBe('2 NaN');
  expect(notFiniteWords([Infinity, NaN, -Infinity])).toBe('1 NaN and 2 infinite');
});
