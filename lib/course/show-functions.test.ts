import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { createShow } from './show';
import { functionsData } from './show-functions';
import { fakeHost } from './testing/fake-host';
import { expectNoLeaks } from './testing/no-leaks';
import * as tf from './tf';
import type { FunctionName } from './types/functions';

/** The formulas, independent of TensorFlow.js: value and slope at x. GELU by Φ from its Taylor series. */
const phi = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
function normal(x: number): number {
  let [term, sum] = [x, x];
  for (let n = 1; n < 60; n++) sum += (term *= (-x * x) / (2 * n)) / (2 * n + 1);
  return 0.5 + sum / Math.sqrt(2 * Math.PI);
}
const s = (x: number) => 1 / (1 + Math.exp(-x));
const BY_HAND: Record<FunctionName, [(x: number) => number, (x: number) => number]> = {
  linear: [(x) => x, () => 1],
  step: [(x) => (x > 0 ? 1 : 0), () => 0],
  sigmoid: [s, (x) => s(x) * (1 - s(x))],
  tanh: [Math.tanh, (x) => 1 - Math.tanh(x) ** 2],
  relu: [(x) => Math.max(0, x), (x) => (x > 0 ? 1 : 0)],
  'leaky relu': [(x) => (x > 0 ? x : 0.1 * x), (x) => (x > 0 ? 1 : 0.1)],
  elu: [(x) => (x > 0 ? x : Math.expm1(x)), (x) => (x > 0 ? 1 : Math.exp(x))],
  gelu: [(x) => x * normal(x), (x) => normal(x) + x * phi(x)],
  swish: [(x) => x * s(x), (x) => s(x) * (1 + x * (1 - s(x)))],
  softplus: [(x) => Math.log1p(Math.exp(x)), s],
};

describe('the functions that the course knows', () => {
  it.each(Object.keys(BY_HAND) as FunctionName[])('%s has its value and slope', async (name) => {
    const data = await functionsData([name], { range: [-3, 3] });
    const [curve] = data.curves;
    expect(curve).toMatchObject({ name, known: name, method: 'automatic' });
    const [value, slope] = BY_HAND[name];
    for (const at of [0, 40, 85, 119, 121, 160, 240]) {
      const x = -3 + at * 0.025;
      expect(curve?.y[at]).toBeCloseTo(value(x), 4);
      expect(curve?.slope[at]).toBeCloseTo(slope(x), 4);
    }
  });
});

it('differentiates functions of numbers by differences, and tensors automatically, without leaks', async () => {
  await expectNoLeaks(async () => {
    const data = await functionsData({
      cube: (x: number) => x ** 3,
      branch: (x: number) => (x < 0 ? 0.5 * x : x),
      wave: (x: tf.Tensor) => tf.sin(x),
      own: 'relu',
    });
    expect(data.curves.map(({ method }) => method)).toEqual([
      'differences',
      'differences',
      'automatic',
      'automatic',
    ]);
    // x = 2 is sample 160: 3 x^2 = 12, and the cosine.
    expect(data.curves[0]?.slope[160]).toBeCloseTo(12, 4);
    expect(data.curves[1]?.slope[60]).toBeCloseTo(0.5, 5);
    expect(data.curves[2]?.slope[160]).toBeCloseTo(Math.cos(2), 5);
    expect(data.curves[3]?.known).toBe('relu');
  });
});

it('says what is wrong, and then shows nothing', async () => {
  const host = fakeHost();
  const show = createShow(host);
  expect(() => show.functions([])).toThrow('needs functions by name');
  expect(() => show.functions(['rellu'] as never)).toThrow('rellu is not a function. Known names');
  expect(() => show.functions({ a: 3 } as never)).toThrow('3 is not a function');
  expect(() => show.functions(['relu'], { range: [2, 1] })).toThrow('the smaller first');
  expect(() => show.functions({ sum: (x: tf.Tensor) => x.sum() })).toThrow(
    'sum must give a number',
  );
  expect(() => show.functions({ text: (x: number) => (x < 1 ? 1 : 'a') } as never)).toThrow(
    'text gives no number at x = 1',
  );
  expect(await host.outputs()).toEqual([]);
  show.functions(['relu', 'tanh'], { title: 'T', y: [-1, 2] });
  expect(await host.outputs()).toMatchObject([{ figure: { kind: 'function', title: 'T' } }]);
  expect(host.framesOf('function')[0]?.data).toMatchObject({ from: -6, to: 6, low: -1, high: 2 });
});
