import { expect, it } from 'vitest';
import { choiceOf, flagOf, numberOf, numbersOf } from './setting';

it('reads a number, held between its ends', () => {
  expect(numberOf({ t: 3 }, 't', 1)).toBe(3);
  expect(numberOf({ t: 30 }, 't', 1, [0, 9])).toBe(9);
  expect(numberOf({ t: -1 }, 't', 1, [0, 9])).toBe(0);
  expect(numberOf({}, 't', 1, [0, 9])).toBe(1);
  expect(numberOf({ t: 'three' }, 't', 1)).toBe(1);
});

it('reads a choice only while it is one of the options', () => {
  expect(choiceOf({ layer: 'conv' }, 'layer', ['dense', 'conv'], 'dense')).toBe('conv');
  expect(choiceOf({ layer: 'gone' }, 'layer', ['dense', 'conv'], 'dense')).toBe('dense');
});

it('reads switches and lists of the expected length', () => {
  expect(flagOf({ on: false }, 'on', true)).toBe(false);
  expect(flagOf({ on: 0 }, 'on', true)).toBe(true);
  expect(numbersOf({ kernel: [1, 2] }, 'kernel', [0, 0])).toEqual([1, 2]);
  expect(numbersOf({ kernel: [1] }, 'kernel', [0, 0])).toEqual([0, 0]);
});
