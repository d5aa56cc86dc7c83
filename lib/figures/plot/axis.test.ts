import { describe, expect, it } from 'vitest';
import { axisOf } from './axis';
import { logTicks } from './log-ticks';

describe('a logarithmic axis', () => {
  it('gives each factor of ten the same room', () => {
    const axis = axisOf({ min: 1e-4, max: 1, log: true, from: 0, to: 400, count: 6 });
    expect([1e-4, 1e-3, 1e-2, 0.1, 1].map((value) => Math.round(axis.place(value)))).toEqual([
      0, 100, 200, 300, 400,
    ]);
    expect(axis.ticks.map(({ text }) => text)).toEqual(['1e−4', '0.001', '0.01', '0.1', '1']);
    expect(axis.value(150)).toBeCloseTo(10 ** -2.5, 10);
  });

  it('has no place for zero and below', () => {
    const axis = axisOf({ min: 0.1, max: 10, log: true, from: 0, to: 100, count: 4 });
    expect([axis.place(0), axis.place(-3)]).toEqual([NaN, NaN]);
  });

  it('encloses the values, whatever ticks are left out', () => {
    for (const [min, max] of [
      [3e-9, 0.02],
      [0.4, 0.6],
      [1, 1],
      [2.5, 90],
      [1e-30, 1e5],
    ] as const) {
      const ticks = logTicks(min, max, 5);
      expect(ticks.min).toBeLessThanOrEqual(min * 1.00001);
      expect(ticks.max).toBeGreaterThanOrEqual(max * 0.99999);
      expect(ticks.values.length).toBeGreaterThanOrEqual(2);
      expect(ticks.values.length).toBeLessThanOrEqual(8);
    }
    expect(logTicks(0.4, 0.6, 5).values).toEqual([0.2, 0.5, 1]);
    expect(logTicks(NaN, NaN, 5)).toMatchObject({ min: 0.1, max: 1 });
  });
});

it('ends a tight axis where the values end', () => {
  const axis = axisOf({ min: 1, max: 9, from: 10, to: 90, count: 4, whole: true, tight: true });
  expect([axis.place(1), axis.place(9)]).toEqual([10, 90]);
  expect(axis.ticks.map(({ text }) => text)).toEqual(['2', '4', '6', '8']);
});
