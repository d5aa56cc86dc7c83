import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { installFitDefaults, seedMathRandom } from '@/lib/course';
import { fakeHost } from '@/lib/course/testing/fake-host';
import * as tf from '@/lib/course/tf';
import { createWatch } from '@/lib/course/watch';
import { installFusedOptimizers, installReplay } from '@/lib/devices';
import { startWasm } from '@/lib/devices/testing/start-wasm';

const host = fakeHost();
const undo: (() => void)[] = [];
const own = Math.random;
beforeAll(async () => {
  await startWasm();
  installFusedOptimizers();
  undo.push(installReplay().undo, installFitDefaults(host));
});
afterAll(() => undo.reverse().forEach((one) => one()));
afterEach(() => {
  Math.random = own;
});

/** Trains a model as a cell would, from the same seed each time, its rows shuffled in every epoch. */
async function run(from: number | null, optimizer: tf.Optimizer): Promise<number[]> {
  host.nextRun();
  host.states.begin('cell', from);
  seedMathRandom(3);
  const xs = tf.randomUniform([40, 3], -1, 1, 'float32', 3);
  const ys = tf.tidy(() => xs.sum(1, true).mul(2).add(1));
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 6, activation: 'tanh', inputShape: [3] }),
      tf.layers.dense({ units: 1 }),
    ],
  });
  model.compile({ optimizer, loss: 'meanSquaredError' });
  const callbacks = createWatch(host, () => 0)(model, { network: false });
  const { history } = await model.fit(xs, ys, { epochs: 9, batchSize: 8, callbacks });
  tf.dispose([xs, ys]);
  model.dispose();
  optimizer.dispose();
  return history['loss'] as number[];
}

describe('replayed training that goes on from a step', () => {
  for (const [name, optimizer] of [
    ['sgd', () => tf.train.sgd(0.1)],
    ['momentum', () => tf.train.momentum(0.05, 0.9)],
    ['rmsprop', () => tf.train.rmsprop(0.01)],
    ['adam', () => tf.train.adam(0.05)],
  ] as const) {
    it(`sees its rows in the same order as it did, with ${name}`, async () => {
      const whole = await run(null, optimizer());
      for (const from of [0, 1, 5]) {
        const branch = await run(from, optimizer());
        expect(branch).toHaveLength(9 - from);
        branch.forEach((loss, i) => expect(loss).toBeCloseTo(whole[from + i]!, 5));
      }
    });
  }
});
