import '@tensorflow/tfjs-backend-cpu';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installFitDefaults } from '../fit-defaults';
import { seedMathRandom } from '../seed-math-random';
import { fakeHost, type FakeHost } from '../testing/fake-host';
import { expectNoLeaks } from '../testing/no-leaks';
import * as tf from '../tf';
import { createWatch } from '../watch';

let host: FakeHost;
let remove: () => void;
const own = Math.random;

beforeEach(() => {
  host = fakeHost();
  remove = installFitDefaults(host);
});
afterEach(() => {
  remove();
  Math.random = own;
});

type Made = { optimizer?: () => tf.Optimizer; units?: number };

/** As a cell would: makes a model and trains it, from the same seed each time. Returns the loss of each epoch trained. */
async function run(from: number | null, epochs: number, made: Made = {}, fits = 1) {
  const { optimizer = () => tf.train.adam(0.05), units = 4 } = made;
  host.nextRun();
  host.states.begin('cell', from);
  seedMathRandom(7);
  const xs = tf.randomUniform([12, 3], -1, 1, 'float32', 3);
  const ys = tf.tidy(() => xs.sum(1, true).mul(2).add(1));
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units, activation: 'tanh', inputShape: [3] }),
      tf.layers.dropout({ rate: 0.2, seed: 5 }),
      tf.layers.dense({ units: 1 }),
    ],
  });
  model.compile({ optimizer: optimizer(), loss: 'meanSquaredError' });
  const watch = createWatch(host, () => 0);
  const callbacks = watch(model, { network: false });
  const losses: number[] = [];
  const shuffle = false;
  for (let fit = 0; fit < fits; fit++) {
    const history = await model.fit(xs, ys, { epochs, batchSize: 4, shuffle, callbacks });
    losses.push(...(history.history['loss'] as number[]));
  }
  tf.dispose([xs, ys]);
  model.dispose();
  model.optimizer.dispose();
  return losses;
}

const OPTIMIZERS: Record<string, () => tf.Optimizer> = {
  sgd: () => tf.train.sgd(0.1),
  momentum: () => tf.train.momentum(0.05, 0.9),
  nesterov: () => tf.train.momentum(0.05, 0.9, true),
  rmsprop: () => tf.train.rmsprop(0.01),
  'centred rmsprop': () => tf.train.rmsprop(0.01, 0.9, 0.5, 1e-7, true),
  adam: () => tf.train.adam(0.05),
  adamax: () => tf.train.adamax(0.05),
  adagrad: () => tf.train.adagrad(0.1),
  adadelta: () => tf.train.adadelta(1),
};

describe('training that goes on from a step', () => {
  for (const [name, optimizer] of Object.entries(OPTIMIZERS)) {
    it(`takes the same way as it took, with ${name}`, async () => {
      const whole = await run(null, 8, { optimizer });
      expect(host.states.report()).toEqual({
        steps: [0, 1, 2, 3, 4, 5, 6, 7, 8],
        stepName: 'epoch',
        from: null,
      });
      const branch = await run(5, 8, { optimizer });
      expect(branch).toHaveLength(3);
      branch.forEach((loss, i) => expect(loss).toBeCloseTo(whole[5 + i]!, 6));
      // Without what the optimizer remembers it would be another way.
      expect(new Set(whole.map((loss) => loss.toFixed(6))).size).toBe(8);
      expect(host.states.report()).toMatchObject({ steps: [0, 1, 2, 3, 4, 5, 6, 7, 8], from: 5 });
    });
  }

  it('begins at the step that it is told in the figures, too', async () => {
    await run(null, 6);
    host.sent.length = 0;
    await run(4, 6);
    expect(host.framesOf('curve').map(({ step }) => step)).toEqual([5, 6]);
  });

  it('trains for as long again where the code ends at that step or before', async () => {
    await run(null, 4);
    expect(await run(4, 4)).toHaveLength(4);
    expect(host.states.report().steps.at(-1)).toBe(8);
    expect(await run(6, 3)).toHaveLength(3);
  });

  it('can branch from a branch, and forgets what came after', async () => {
    await run(null, 6);
    const first = await run(3, 6, { optimizer: () => tf.train.adam(0.2) });
    const second = await run(2, 6, { optimizer: () => tf.train.adam(0.2) });
    expect(second).toHaveLength(4);
    expect(second.slice(1)).not.toEqual(first);
  });

  it('finds the training of several in one cell', async () => {
    const whole = await run(null, 3, {}, 3);
    host.sent.length = 0;
    const branch = await run(5, 3, {}, 3);
    // The first runs as ever, the second from its second epoch.
    expect(branch).toHaveLength(3 + 1 + 3);
    expect(branch[3]).toBeCloseTo(whole[5]!, 6);
    expect(host.framesOf('curve').map(({ step }) => step)).toEqual([1, 2, 3, 6, 7, 8, 9]);
  });

  it('says so when another optimizer begins without memory', async () => {
    await run(null, 3);
    await run(2, 3, { optimizer: () => tf.train.sgd(0.1) });
    expect(await host.outputs()).toContainEqual({
      kind: 'notice',
      text: expect.stringContaining('begins without memory') as string,
    });
  });

  it('refuses another model, and a step that is not kept', async () => {
    await run(null, 3);
    await expect(run(2, 3, { units: 5 })).rejects.toThrow(
      'the model now has weights of the shapes [3, 5] [5] [5, 1] [1], but then it had [3, 4]',
    );
    await run(null, 3);
    await expect(run(17, 3)).rejects.toThrow('not kept any more');
    host.states.forget('cell');
    await expect(run(2, 3)).rejects.toThrow('not kept any more');
  });

  it('keeps nothing where it would not be clear whose step it is', async () => {
    host.states.begin('cell', null);
    const models = [1, 2].map(() => {
      const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
      model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
      return model;
    });
    const watch = createWatch(host, () => 0);
    const xs = tf.ones([2, 1]);
    for (const model of models) await model.fit(xs, xs, { epochs: 2, callbacks: watch(model) });
    expect(host.states.report().steps).toEqual([]);
    tf.dispose([xs, ...models.map((model) => model.getWeights())]);
  });

  it('leaks no tensor', async () => {
    await run(null, 3);
    await expectNoLeaks(async () => {
      await run(2, 4);
    });
  });
});
