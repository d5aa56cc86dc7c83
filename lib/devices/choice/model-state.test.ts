import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential, type LayersModel } from '@tensorflow/tfjs-layers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installFusedOptimizers } from '../optimizers';
import { startWasm } from '../testing/start-wasm';
import { modelVariables, optimizerVariables, saveState } from './model-state';

let undo = () => {};
beforeAll(async () => {
  await startWasm();
  undo = installFusedOptimizers();
});
afterAll(() => undo());

function model(optimizer: string): LayersModel {
  const made = sequential({
    layers: [
      layers.dense({ units: 3, inputShape: [2] }),
      layers.batchNormalization(),
      layers.dense({ units: 1 }),
    ],
  });
  made.compile({ optimizer, loss: 'meanSquaredError' });
  return made;
}

const valuesOf = (made: LayersModel) => [
  made.optimizer.iterations,
  ...[...modelVariables(made), ...optimizerVariables(made.optimizer)].map((variable) => [
    ...variable.dataSync(),
  ]),
];

describe('what a training step changes', () => {
  it.each(['sgd', 'adam', 'rmsprop', 'adagrad', 'adadelta', 'adamax'])(
    'is put back, also what %s changes in place',
    async (optimizer) => {
      const made = model(optimizer);
      const x = tf.randomNormal([8, 2], 0, 1, 'float32', 1);
      const y = tf.randomNormal([8, 1], 0, 1, 'float32', 2);
      for (let i = 0; i < 3; i++) await made.trainOnBatch(x, y);
      const before = valuesOf(made);
      const tensors = tf.memory().numTensors;
      const state = saveState(made);
      for (let i = 0; i < 2; i++) await made.trainOnBatch(x, y);
      expect(valuesOf(made)).not.toEqual(before);
      state.restore(false);
      expect(valuesOf(made)).toEqual(before);
      expect(tf.memory().numTensors).toBe(tensors);
    },
  );
});
