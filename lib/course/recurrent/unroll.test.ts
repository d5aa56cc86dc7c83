import '@tensorflow/tfjs-backend-cpu';
import { expect, it } from 'vitest';
import * as tf from '../tf';
import { createShow } from '../show';
import { fakeHost } from '../testing/fake-host';
import { expectNoLeaks } from '../testing/no-leaks';

const LAYERS = {
  'SimpleRNN relu': () => tf.layers.simpleRNN({ ...COMMON, activation: 'relu' }),
  'SimpleRNN tanh': () => tf.layers.simpleRNN(COMMON),
  'SimpleRNN without bias': () => tf.layers.simpleRNN({ ...COMMON, useBias: false }),
  GRU: () => tf.layers.gru(COMMON),
  'GRU sigmoid': () => tf.layers.gru({ ...COMMON, recurrentActivation: 'sigmoid' }),
  LSTM: () => tf.layers.lstm(COMMON),
  'LSTM sigmoid': () => tf.layers.lstm({ ...COMMON, recurrentActivation: 'sigmoid' }),
};
const COMMON = { units: 5, inputShape: [6, 3], returnSequences: true };

async function framesOf(model: tf.LayersModel, sequence: tf.Tensor, options = {}) {
  const host = fakeHost();
  createShow(host).unrolled(model, sequence, options);
  await host.outputs();
  return host.framesOf('unrolled')[0]!.data;
}

it.each(Object.entries(LAYERS))(
  '%s has the states that TensorFlow.js computes',
  async (_, make) => {
    const model = tf.sequential({ layers: [make()] });
    // Large enough to reach both ends of a hard sigmoid.
    model.setWeights(
      model.getWeights().map((weight, i) => tf.randomNormal(weight.shape, 0, 1, 'float32', 7 + i)),
    );
    const sequence = tf.randomNormal([6, 3], 0, 2, 'float32', 3);
    const { traces, units, cell } = await framesOf(model, sequence);
    const states = (model.predict(sequence.expandDims(0)) as tf.Tensor).dataSync();
    expect(cell).toBe(model.layers[0]!.getClassName());
    expect(units).toBe(5);
    expect(traces[0]?.name).toBe('state');
    traces[0]?.values.forEach((value, i) => expect(value).toBeCloseTo(states[i] ?? NaN, 5));
  },
);

it('reads the post’s network on ten numbers, and leaves no tensor', async () => {
  await expectNoLeaks(async () => {
    const model = tf.sequential();
    model.add(tf.layers.simpleRNN({ units: 64, activation: 'relu', inputShape: [10, 1] }));
    model.add(tf.layers.dense({ units: 1 }));
    const host = fakeHost();
    createShow(host).unrolled(model, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10.5]);
    await host.outputs();
    const data = host.framesOf('unrolled')[0]!.data;
    expect(data.inputs.at(-1)).toBe('10.50');
    expect(data.traces.map(({ name }) => name)).toEqual([
      'state',
      'from the input',
      'from the state before',
    ]);
    model.dispose();
  });
});

it('unrolls a layer behind an embedding, too', async () => {
  const model = tf.sequential();
  model.add(tf.layers.embedding({ inputDim: 4, outputDim: 3, inputLength: 2 }));
  model.add(tf.layers.lstm({ units: 2 }));
  const data = await framesOf(model, tf.tensor1d([1, 3]), { inputs: ['a', 'b'], output: 'c' });
  expect(data).toMatchObject({ cell: 'LSTM', inputs: ['a', 'b'], output: 'c', units: 2 });
});

it.each([
  [[5, 3], {}, 'the model takes a sequence of shape [6, 3], but got [5, 3].'],
  [[6, 3], { inputs: ['a'] }, 'the sequence has 6 steps, but 1 names were given for them.'],
])('says what does not fit: %j %j', async (shape, options, message) => {
  const model = tf.sequential({ layers: [tf.layers.gru(COMMON)] });
  await expect(framesOf(model, tf.zeros(shape as number[]), options)).rejects.toThrow(message);
});

it('says so when there is nothing to unroll', async () => {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
  await expect(framesOf(model, tf.zeros([2]))).rejects.toThrow('but this model has none: Dense.');
});
