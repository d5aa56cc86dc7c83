import '@tensorflow/tfjs-backend-cpu';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installFitDefaults } from './fit-defaults';
import type { FakeHost } from './testing/fake-host';
import { fakeHost } from './testing/fake-host';
import { expectNoLeaks } from './testing/no-leaks';
import * as tf from './tf';

let host: FakeHost;
let remove: () => void;
let model: tf.Sequential;
let xs: tf.Tensor2D;
let ys: tf.Tensor2D;

beforeEach(async () => {
  host = fakeHost();
  remove = installFitDefaults(host);
  model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
  model.compile({ optimizer: tf.train.sgd(0.01), loss: 'meanSquaredError', metrics: ['mse'] });
  xs = tf.range(0, 10).reshape([10, 1]);
  ys = tf.range(0, 10).reshape([10, 1]);
  // What a first fit makes and keeps, e.g. the model's metrics, is no leak of the later ones.
  await model.fit(xs, ys, { epochs: 1, validationData: [xs, ys] });
  host.checkpoints = 0;
});
afterEach(() => {
  remove();
  tf.dispose([xs, ys]);
  model.dispose();
});

const fit = (args: tf.ModelFitArgs) => model.fit(xs, ys, { batchSize: 5, ...args });

describe('fit', () => {
  it('looks for Stop after every batch', async () => {
    await expectNoLeaks(() => fit({ epochs: 3 }));
    // 10 examples in batches of 5, and once before the first.
    expect(host.checkpoints).toBe(3 * 2 + 1);
  });

  it('is waited for by the run, awaited or not, and by nobody else when it fails', async () => {
    let ended = false;
    const training = fit({ epochs: 3 }).then(() => (ended = true));
    await host.outputs();
    expect(ended).toBe(true);
    await training;
    const refused = fit({ epochs: 1, batchSize: -1 });
    await expect(refused).rejects.toThrow();
    await host.outputs();
  });

  it('never yields unless asked to', async () => {
    let frames = 0;
    const nextFrameFunc = async () => void (frames += 1);
    await fit({ epochs: 2, callbacks: { nextFrameFunc } });
    expect(frames).toBe(0);
    await fit({ epochs: 2, yieldEvery: 'batch', callbacks: { nextFrameFunc } });
    expect(frames).toBe(4);
  });

  it('still calls onYield', async () => {
    let yields = 0;
    // A clock that jumps, so that every batch is due.
    let time = 0;
    const callbacks = { onYield: () => void (yields += 1), nowFunc: () => (time += 1000) };
    await fit({ epochs: 2, callbacks });
    expect(yields).toBeGreaterThan(0);
  });

  it('returns what plain TensorFlow.js returns', async () => {
    const start = model.getWeights().map((weight) => weight.clone());
    const args: tf.ModelFitArgs = { epochs: 3, shuffle: false, validationSplit: 0.2 };
    const ours = await fit(args);
    model.setWeights(start);
    remove();
    const plain = await fit(args);
    expect(ours.history).toEqual(plain.history);
    expect(ours.epoch).toEqual([0, 1, 2]);
    tf.dispose(start);
  });

  it('takes callbacks of all kinds in one list', async () => {
    const epochs: number[] = [];
    const early = tf.callbacks.earlyStopping({ monitor: 'loss', patience: 0, minDelta: 1e9 });
    const functions = { onEpochEnd: (epoch: number) => void epochs.push(epoch) };
    await fit({ epochs: 10, callbacks: [functions, early] as never });
    expect(epochs).toEqual([0, 1]);
  });
});

describe('the pace', () => {
  it('lets messages in between two batches, before it looks for Stop', async () => {
    const events: string[] = [];
    host.pace = {
      due: () => true,
      async turn() {
        events.push('turn');
      },
    };
    const { checkpoint } = host;
    host.checkpoint = () => {
      events.push('look');
      checkpoint();
    };
    await fit({ epochs: 1 });
    expect(events).toEqual(['look', 'turn', 'look', 'turn', 'look']);
  });

  it('costs no turn while none is due', async () => {
    let turns = 0;
    let batches = 0;
    host.pace = { due: () => (batches += 1) === 3, turn: async () => void (turns += 1) };
    await fit({ epochs: 4 });
    expect([batches, turns]).toEqual([8, 1]);
  });
});

describe('Stop', () => {
  it('ends fit within a batch, without a leak, and the model trains again', async () => {
    await expectNoLeaks(async () => {
      host.stopAtCheckpoint = 8;
      const epochs: number[] = [];
      const callbacks = { onEpochEnd: (epoch: number) => void epochs.push(epoch) };
      await expect(fit({ epochs: 1000, validationData: [xs, ys], callbacks })).rejects.toThrow(
        'Stopped by the reader.',
      );
      expect(host.checkpoints).toBe(8);
      // Seven looks are three whole epochs; the fourth was cut short, and is not told.
      expect(epochs).toEqual([0, 1, 2]);
      host.stopAtCheckpoint = Infinity;
      const history = await fit({ epochs: 2 });
      expect(history.epoch).toEqual([0, 1]);
    });
  });

  it('ends fit before its first batch', async () => {
    await expectNoLeaks(async () => {
      host.stopAtCheckpoint = 1;
      await expect(fit({ epochs: 5 })).rejects.toThrow('Stopped');
      host.stopAtCheckpoint = Infinity;
      await fit({ epochs: 1 });
    });
  });

  it('ends fitDataset', async () => {
    const batches = tf.data.zip({
      xs: tf.data.array([[1], [2], [3], [4]]),
      ys: tf.data.array([[1], [2], [3], [4]]),
    });
    const dataset = batches.batch(2) as never;
    await model.fitDataset(dataset, { epochs: 2 });
    expect(host.checkpoints).toBe(5);
    await expectNoLeaks(async () => {
      host.checkpoints = 0;
      host.stopAtCheckpoint = 4;
      await expect(model.fitDataset(dataset, { epochs: 100 })).rejects.toThrow('Stopped');
      host.stopAtCheckpoint = Infinity;
      await model.fitDataset(dataset, { epochs: 1 });
    });
  });
});

describe('an error in a callback', () => {
  it.each([
    'onTrainBegin',
    'onEpochBegin',
    'onBatchBegin',
    'onBatchEnd',
    'onEpochEnd',
    'onTrainEnd',
  ])('of %s comes out of fit, without a leak, and the model trains again', async (name) => {
    await expectNoLeaks(async () => {
      let calls = 0;
      const fail = () => {
        calls += 1;
        throw new RangeError(`from ${name}`);
      };
      const callbacks = { [name]: fail };
      await expect(fit({ epochs: 3, callbacks })).rejects.toThrow(`from ${name}`);
      expect(calls).toBe(1);
      await fit({ epochs: 1 });
    });
  });

  it('keeps TensorFlow.js’s own errors', async () => {
    const wide = tf.zeros([2, 3]);
    await expect(model.fit(wide, ys, {})).rejects.toThrow('each example has shape [1]');
    wide.dispose();
    await expect(model.fitDataset([] as never, undefined as never)).rejects.toThrow();
  });
});
