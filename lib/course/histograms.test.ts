import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { distributionOf } from './distribution';
import { createShow } from './show';
import { fakeHost } from './testing/fake-host';
import { expectNoLeaks } from './testing/no-leaks';
import * as tf from './tf';
import { unitHealth } from './unit-health';
import { createWatch } from './watch';

describe('a distribution', () => {
  it('counts values between their ends and sizes by half powers of ten', () => {
    const one = distributionOf([0, 0, 0.5, 1, -1, NaN, Infinity]);
    expect(one).toMatchObject({ low: -1, high: 1, zeros: 2, broken: 2, mean: 0.1, size: 0.5 });
    // Thirty bins of 1/15: 0 begins bin 15, 0.5 is in bin 22, and the highest is in the last.
    expect([one.bins[0], one.bins[15], one.bins[22], one.bins[29]]).toEqual([1, 2, 1, 1]);
    // From 1e-12 two bins a decade: 1 is at 24, 0.5 is 10^-0.301 and at 23.
    expect([one.sizes[23], one.sizes[24]]).toEqual([1, 2]);
    expect(one.deviation).toBeCloseTo(Math.sqrt((0.01 * 2 + 0.16 + 0.81 + 1.21) / 5), 10);
  });

  it('takes values that are all alike, and none', () => {
    expect(distributionOf([2, 2]).bins.reduce((a, b) => a + b, 0)).toBe(2);
    expect(distributionOf([]).bins.reduce((a, b) => a + b, 0)).toBe(0);
  });
});

it('knows dead units and saturated activations', () => {
  // Three units, two examples: the second is 0 in both.
  expect(unitHealth(Float32Array.of(1, 0, 0, 0, 0, 2), 3, 'relu')).toEqual({
    dead: 1,
    saturated: NaN,
  });
  const tanh = unitHealth(Float32Array.of(0.97, 0.98, -0.98, 0), 2, 'tanh');
  expect(tanh).toEqual({ dead: NaN, saturated: 0.5 });
  const sigmoid = unitHealth(Float32Array.of(0.012, 0.013, 0.988, 0.5), 2, 'sigmoid');
  expect(sigmoid.saturated).toBe(0.5);
});

/** 2 inputs, 3 ReLU units of which the last can't fire, 1 output; all weights by hand. */
function byHand() {
  const model = tf.sequential();
  model.add(tf.layers.dense({ units: 3, activation: 'relu', inputShape: [2] }));
  model.add(tf.layers.dense({ units: 1 }));
  const [kernel, bias, out, outBias] = [
    tf.tensor2d([1, 0, 1, 0, 1, 1], [2, 3]),
    tf.tensor1d([0, 0, -100]),
    tf.tensor2d([1, -1, 1], [3, 1]),
    tf.tensor1d([0]),
  ];
  model.setWeights([kernel, bias, out, outBias]);
  tf.dispose([kernel, bias, out, outBias]);
  return model;
}

it('reads activations, weights and the gradients of the loss by each kernel', async () => {
  const host = fakeHost();
  const model = byHand();
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  const inputs = tf.tensor2d([
    [1, 2],
    [3, 1],
  ]);
  const targets = tf.tensor2d([[0], [0]]);
  await expectNoLeaks(async () => {
    createShow(host).histograms(model, { inputs, targets });
    await host.outputs();
  });
  const [frame] = host.framesOf('histograms');
  const [hidden, out] = frame!.data.layers;
  // Hidden: [1, 2, 0] and [3, 1, 0]; outputs -1 and 2.
  expect(frame?.data.examples).toBe(2);
  expect(hidden).toMatchObject({ name: 'dense 1', activation: 'relu', units: 3, dead: 1 });
  expect(hidden?.activations[0]).toMatchObject({ low: 0, high: 3, zeros: 2 });
  expect(hidden?.activations[0]?.mean).toBeCloseTo(7 / 6, 6);
  expect(out?.activations[0]).toMatchObject({ low: -1, high: 2 });
  // d/dy of the mean of y^2 is y: -1 and 2. By the output's kernel: h1 = -1 + 6 = 5, h2 = -2 + 2 = 0, h3 = 0.
  expect(out?.gradients[0]).toMatchObject({ low: 0, high: 5, zeros: 2 });
  // By the hidden kernel, column 1 times +1: x1 = -1 + 6 = 5, x2 = -2 + 2 = 0; column 2 times -1: -5, 0; column 3: 0.
  expect(hidden?.gradients[0]).toMatchObject({ low: -5, high: 5, zeros: 4 });
  expect(hidden?.weights[0]).toMatchObject({ low: 0, high: 1, zeros: 2 });
  tf.dispose([inputs, targets]);
  model.dispose();
});

it('joins a layer that only bends to the layer before it', async () => {
  const host = fakeHost();
  const model = tf.sequential();
  model.add(tf.layers.dense({ units: 4, inputShape: [2], name: 'first' }));
  model.add(tf.layers.leakyReLU({ alpha: 0.1 }));
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid', name: 'last' }));
  const inputs = tf.randomUniform([5, 2]);
  createShow(host).histograms(model, { inputs });
  const layers = host.framesOf('histograms')[0]!.data.layers;
  expect(layers.map(({ name, activation }) => [name, activation])).toEqual([
    ['first', 'leaky relu'],
    ['last', 'sigmoid'],
  ]);
  expect(layers[0]?.gradients).toEqual([]);
  inputs.dispose();
  model.dispose();
});

it('is recorded while a model trains', async () => {
  const host = fakeHost();
  const model = byHand();
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  const [x, y] = [
    tf.tensor2d([
      [1, 2],
      [3, 1],
    ]),
    tf.tensor2d([[0], [1]]),
  ];
  const callbacks = createWatch(host)(model, {
    histograms: { inputs: x, targets: y },
    network: false,
  });
  await model.fit(x, y, { epochs: 2, callbacks });
  const frames = host.framesOf('histograms');
  expect(frames[0]?.step).toBe(0);
  expect(frames.at(-1)?.step).toBe(2);
  expect(frames.at(-1)?.data.layers[0]?.dead).toBe(1);
  tf.dispose([x, y]);
  model.dispose();
});

it('says what is wrong, and then shows nothing', async () => {
  const host = fakeHost();
  const show = createShow(host);
  const model = byHand();
  const inputs = tf.zeros([4, 2]);
  const targets = tf.zeros([3, 1]);
  expect(() => show.histograms({} as never, { inputs })).toThrow('needs a model');
  expect(() => show.histograms(model, {} as never)).toThrow('needs examples to look at');
  expect(() => show.histograms(model, { inputs, targets: inputs })).toThrow(
    'gradients need a loss',
  );
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  expect(() => show.histograms(model, { inputs, targets })).toThrow('each of the 4 examples');
  expect(await host.outputs()).toEqual([]);
  tf.dispose([inputs, targets]);
  model.dispose();
});
