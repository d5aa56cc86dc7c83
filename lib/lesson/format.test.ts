import { describe, expect, it } from 'vitest';
import { formatNumber, formatNumbers } from './format-numbers';
import { formatTime } from './format-time';
import { offsetOf } from './offset-of';

describe('formatTime', () => {
  it.each([
    [0.4, 'under 0.01 s'],
    [840, '0.84 s'],
    [994, '0.99 s'],
    [996, '1.0 s'],
    [2_100, '2.1 s'],
    [9_960, '10 s'],
    [48_400, '48 s'],
    [59_700, '1 min 0 s'],
    [185_000, '3 min 5 s'],
  ])('%d ms is "%s"', (ms, text) => expect(formatTime(ms)).toBe(text));
});

describe('formatNumbers', () => {
  it('leaves integers as they are', () => {
    expect(formatNumbers([1, -20, 300])).toEqual(['1', '-20', '300']);
  });

  it('gives all numbers the decimals that the largest needs for four digits', () => {
    expect(formatNumbers([0.5, 12.3456, -1])).toEqual(['0.50', '12.35', '-1.00']);
    expect(formatNumbers([0.012345])).toEqual(['0.01235']);
    expect(formatNumbers([12_345.6])).toEqual(['12346']);
  });

  it('adds no decimals that none of the numbers has', () => {
    expect(formatNumbers([33.6, 26.5, 40])).toEqual(['33.6', '26.5', '40.0']);
  });

  it('never writes a small number as zero', () => {
    expect(formatNumbers([0.51236, 0.00001, 0])).toEqual(['0.5124', '1.0e-5', '0.0000']);
  });

  it('turns to exponents for the very large and the very small', () => {
    expect(formatNumber(1_234_567.8)).toBe('1.235e+6');
    expect(formatNumber(0.0000123)).toBe('1.230e-5');
  });

  it('keeps what is not a finite number out of the measure', () => {
    expect(formatNumbers([Number.NaN, 0.25, Infinity, 'text'])).toEqual([
      'NaN',
      '0.25',
      'Infinity',
      'text',
    ]);
  });
});

describe('offsetOf', () => {
  const text = 'one\ntwo\n\nfour';

  it.each([
    [1, 1, 0],
    [2, 3, 6],
    [4, 5, 13],
    [3, 9, 8],
    [9, 1, 9],
    [0, 0, 0],
  ])('line %d, column %d is %d', (line, column, offset) => {
    expect(offsetOf(text, line, column)).toBe(offset);
  });
});
