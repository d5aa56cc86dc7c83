import { expect, it } from 'vitest';
import { readNumber } from './read-number';

it('reads what a person writes', () => {
  expect(['−3', ' 0,25', '1e-4', '+2'].map(readNumber)).toEqual([-3, 0.25, 1e-4, 2]);
});

it('takes nothing else for a number', () => {
  expect(['', 'a', '1 2', 'Infinity', 'NaN', '0.2.5'].map(readNumber)).toEqual(Array(6).fill(null));
});
