import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import fc from 'fast-check';
import { beforeAll, describe, it } from 'vitest';
import { startWasm } from '../testing/start-wasm';
import { expectReplayed } from './testing/expect-replayed';
import { numbers } from './testing/numbers';

beforeAll(startWasm);

const ACTIVATIONS = ['linear', 'relu', 'tanh', 'sigmoid', 'elu', 'softmax', 'relu6'] as const;
const LOSSES = ['meanSquaredError', 'meanAbsoluteError', 'binaryCrossentropy'] as const;
const OPTIMIZERS = [
  () => tf.train.sgd(0.05),
  () => tf.train.adam(0.01),
  () => tf.train.momentum(0.02, 0.8),
  () => tf.train.rmsprop(0.005),
];

const size = fc.integer({ min: 1, max: 7 });
const plan = fc.record({
  hidden: fc.array(
    fc.record({
      units: size,
      activation: fc.constantFrom(...ACTIVATIONS),
      useBias: fc.boolean(),
      isNormalized: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  steps: fc.integer({ min: 0, max: 3 }),
  inputs: size,
  outputs: size,
  loss: fc.constantFrom(...LOSSES),
  optimizer: fc.constantFrom(...OPTIMIZERS),
  rows: fc.integer({ min: 8, max: 30 }),
  batchSize: fc.integer({ min: 2, max: 9 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;

/** With `steps` a recurrent network, else one of dense layers alone. */
function modelOf({ hidden, steps, inputs, outputs, loss, optimizer }: Plan): tfl.Sequential {
  const model = tfl.sequential();
  const inputShape = steps > 0 ? [steps, inputs] : [inputs];
  if (steps > 0)
    model.add(tfl.layers.simpleRNN({ units: 3, inputShape, recurrentInitializer: 'zeros' }));
  for (const { isNormalized, ...config } of hidden) {
    model.add(tfl.layers.dense({ ...config, ...(model.layers.length === 0 && { inputShape }) }));
    if (isNormalized) model.add(tfl.layers.batchNormalization());
  }
  const last = { units: outputs, activation: 'sigmoid', inputShape } as const;
  model.add(tfl.layers.dense(last));
  // What stands before a normalization has gradients of 0 but for rounding, which others would make steps of.
  const isAnyNormalized = hidden.some(({ isNormalized }) => isNormalized);
  model.compile({ optimizer: isAnyNormalized ? tf.train.sgd(0.05) : optimizer(), loss });
  return model;
}

describe('any small network', () => {
  it('learns by replay what it learns without', () =>
    fc.assert(
      fc.asyncProperty(plan, (one) => {
        const { rows, batchSize, steps, inputs, outputs } = one;
        return expectReplayed({
          make: () => modelOf(one),
          x: () => numbers(steps > 0 ? [rows, steps, inputs] : [rows, inputs], 2),
          y: () => tf.abs(numbers([rows, outputs], 3)),
          args: { epochs: 4, batchSize },
        });
      }),
      { numRuns: 25 },
    ));
});
