// The least that a program on TensorFlow.js does: the same version, packages and backend as a cell has, and nothing of ours.
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import * as core from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import * as data from '@tensorflow/tfjs-data';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';

const tf = { ...core, ...layers, data };
// All of the namespace is there, as it is in a cell.
globalThis.tf = tf;
setWasmPaths('/');
const ready = tf.setBackend('wasm').then(() => tf.ready());

const ANSWERS = {
  async tensor() {
    const tensor = tf.tensor([1, 2, 3]);
    return `[${Array.from(await tensor.data()).join(', ')}]`;
  },
  async train({ rows, validationRows, fit }) {
    const train = examples(rows, 1);
    const validation = examples(validationRows, 2);
    const model = buildNetwork();
    const start = performance.now();
    await model.fit(train.x, train.y, { ...fit, validationData: [validation.x, validation.y] });
    const time = performance.now() - start;
    model.dispose();
    tf.dispose([train, validation]);
    return String(time);
  },
};

self.onmessage = async ({ data: question }) => {
  await ready;
  postMessage(await ANSWERS[question.type](question));
};

/** The network of the lesson. */
function buildNetwork() {
  const model = tf.sequential();
  model.add(tf.layers.dense({ units: 64, activation: 'relu', inputShape: [8] }));
  model.add(tf.layers.dense({ units: 32, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
  return model;
}

/** Standard normal inputs of the shape of the lesson's; what they are does not change what a step costs. */
function examples(rows, seed) {
  const x = tf.randomNormal([rows, 8], 0, 1, 'float32', seed);
  return { x, y: tf.tidy(() => x.sum(1, true).greater(0.4).toFloat()) };
}
