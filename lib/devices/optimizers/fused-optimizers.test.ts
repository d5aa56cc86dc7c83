import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-backend-cpu';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startWasm } from '../testing/start-wasm';
import { installFusedOptimizers } from './install';
import { BY_HAND } from './testing/by-hand';
import { OPTIMIZERS, gradientsOf, makeVariables } from './testing/cases';

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

/** The values of all variables, then of all that the optimizer keeps, after so many steps. */
async function trained(
  optimizer: tf.Optimizer,
  { steps = 50, prefix = 'w', rateFrom = 25 } = {},
): Promise<Float32Array[]> {
  const variables = makeVariables(prefix);
  for (let step = 0; step < steps; step++) {
    if (step === rateFrom) setRate(optimizer, 0.003);
    const gradients = gradientsOf(variables, step);
    optimizer.applyGradients(gradients);
    tf.dispose(gradients);
  }
  const kept = optimizer.getClassName() === 'Adamax' ? [] : await optimizer.getWeights();
  const values = [...variables, ...kept.map(({ tensor }) => tensor)].map(valuesOf);
  tf.dispose(variables);
  return values;
}

const valuesOf = (tensor: tf.Tensor) => Float32Array.from(tensor.dataSync());

function setRate(optimizer: tf.Optimizer, rate: number): void {
  const rated = optimizer as unknown as
    Pick<tf.SGDOptimizer, 'setLearningRate'> | { learningRate: number };
  if ('setLearningRate' in rated) rated.setLearningRate(rate);
  else rated.learningRate = rate;
}

function expectClose(
  some: readonly Float32Array[],
  others: readonly Float32Array[],
  within: number,
) {
  expect(some.map(({ length }) => length)).toEqual(others.map(({ length }) => length));
  some.forEach((values, i) =>
    values.forEach((value, j) => {
      const other = others[i]![j]!;
      if (Math.abs(value - other) > within * Math.max(1, Math.abs(other)))
        throw new Error(`Tensor ${i}, element ${j}: ${value} where ${other} was expected.`);
    }),
  );
}

describe.each(['cpu', 'wasm'])('fused optimizers on %s', (backend) => {
  beforeEach(async () => void (await tf.setBackend(backend)));

  describe.each(Object.entries(OPTIMIZERS))('%s', (name, make) => {
    it("trains as TensorFlow.js's own does, the rate changed half-way", async () => {
      const theirs = await trained(make());
      const undo = installFusedOptimizers();
      const ours = await trained(make());
      undo();
      expectClose(ours, theirs, 2e-5);
    });

    it('trains as the formula says', () => {
      const undo = installFusedOptimizers();
      const [variable] = makeVariables('h', [[7]]);
      const optimizer = make();
      const weights = [...variable!.dataSync()];
      const kept = weights.map(() => ({ a: 0, b: 0, c: 0 }));
      for (let t = 1; t <= 10; t++) {
        const gradients = gradientsOf([variable!], t);
        const g = gradients.h0!.dataSync();
        weights.forEach((w, i) => (weights[i] = BY_HAND[name]!(w, g[i]!, kept[i]!, t)));
        optimizer.applyGradients(gradients);
      }
      undo();
      expectClose([valuesOf(variable!)], [Float32Array.from(weights)], 2e-5);
    });

    it('keeps as many tensors and bytes as TensorFlow.js does', async () => {
      const theirs = await kept(make);
      const undo = installFusedOptimizers();
      const ours = await kept(make);
      undo();
      expect(ours).toEqual(theirs);
    });
  });
});

async function kept(make: () => tf.Optimizer) {
  const before = tf.memory();
  await trained(make(), { steps: 4 });
  const after = tf.memory();
  tf.disposeVariables();
  return {
    tensors: after.numTensors - before.numTensors,
    buffers: after.numDataBuffers - before.numDataBuffers,
    bytes: after.numBytes - before.numBytes,
  };
}
