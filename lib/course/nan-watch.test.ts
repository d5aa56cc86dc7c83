import '@tensorflow/tfjs-backend-cpu';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installFitDefaults } from './fit-defaults';
import { fakeHost, type FakeHost } from './testing/fake-host';
import { expectNoLeaks } from './testing/no-leaks';
import * as tf from './tf';

let host: FakeHost;
let remove: () => void;
let xs: tf.Tensor;
let ys: tf.Tensor;

beforeEach(async () => {
  await tf.setBackend('cpu');
  host = fakeHost();
  remove = installFitDefaults(host);
  xs = tf.range(0, 10).reshape([10, 1]);
  ys = tf.range(0, 30, 3).reshape([10, 1]);
});
afterEach(() => {
  remove();
  tf.dispose([xs, ys]);
});

function modelWith(rate: number, loss: tf.ModelCompileArgs['loss'] = 'meanSquaredError') {
  const layer = tf.layers.dense({ units: 1, inputShape: [1], kernelInitializer: 'ones' });
  const model = tf.sequential({ layers: [layer] });
  model.compile({ optimizer: tf.train.sgd(rate), loss });
  return model;
}

async function notices() {
  const outputs = await host.outputs();
  return outputs.flatMap((output) => (output.kind === 'notice' ? [output.text] : []));
}

/** The first epoch and batch, counted from 1, in which TensorFlow.js itself gives a loss that is no number. */
function firstBad() {
  const found = { place: '' };
  let epoch = 0;
  const callbacks = {
    onEpochBegin: (index: number) => void (epoch = index + 1),
    onBatchEnd: (batch: number, logs?: tf.Logs) => {
      if (!Number.isFinite(logs?.['loss']) && found.place === '')
        found.place = `epoch ${epoch}, batch ${batch + 1}:`;
    },
  };
  return { found, callbacks };
}

describe('a loss that is no number', () => {
  it('is said once, with epoch, batch and loss, and training goes on', async () => {
    const model = modelWith(10);
    const { found, callbacks } = firstBad();
    const history = await model.fit(xs, ys, {
      epochs: 40,
      batchSize: 5,
      shuffle: false,
      callbacks,
    });
    expect(history.epoch).toHaveLength(40);
    const [notice, ...others] = await notices();
    expect(others).toEqual([]);
    expect(found.place).toMatch(/^epoch \d+, batch [12]:$/);
    expect(notice).toContain(`first time in ${found.place}`);
    expect(notice).toMatch(/^The loss \(meanSquaredError\) is .* smaller learning rate/);
  });

  it('in the first batch is looked for in the data', async () => {
    const bad = tf.tensor2d([[1], [NaN], [3]]);
    await modelWith(0.001).fit(bad, tf.ones([3, 1]), { epochs: 2 });
    const [notice] = await notices();
    expect(notice).toMatch(/is NaN .* in epoch 1, batch 1: .*NaN or infinity in the inputs/);
  });

  it('names the reader’s own loss, and tells infinity from NaN', async () => {
    const logOfZero = (truth: tf.Tensor, guess: tf.Tensor) => guess.sub(truth.mul(0).log()).mean();
    await modelWith(0, logOfZero as never).fit(xs, ys, { epochs: 1 });
    expect((await notices())[0]).toMatch(/^The loss \(logOfZero\) is infinite .*logarithm of zero/);
  });

  it('is looked for in the validation too', async () => {
    const bad: [tf.Tensor, tf.Tensor] = [tf.tensor2d([[NaN]]), tf.tensor2d([[1]])];
    await modelWith(0.001).fit(xs, ys, { epochs: 2, validationData: bad });
    expect(await notices()).toEqual([expect.stringMatching(/^The validation loss .* epoch 1:/)]);
  });

  it('is said once a run, also where the cell calls fit in a loop', async () => {
    const model = modelWith(1e30);
    for (let i = 0; i < 3; i++) await model.fit(xs, ys, { epochs: 3 });
    expect(await notices()).toHaveLength(1);
    host.nextRun();
    await model.fit(xs, ys, { epochs: 1 });
    expect(await notices()).toHaveLength(2);
  });
});

describe('a loss that is a number', () => {
  it('is not spoken of, and no tensor stays behind', async () => {
    const model = modelWith(0.001);
    await model.fit(xs, ys, { epochs: 1 });
    await expectNoLeaks(() => model.fit(xs, ys, { epochs: 3, batchSize: 2 }));
    expect(await notices()).toEqual([]);
  });
});
