import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../testing/start-wasm';
import { installReplay } from './install';
import { classifier } from './testing/classifier';
import { expectReplayed, expectSame } from './testing/expect-replayed';
import { numbers, truths } from './testing/numbers';
import { bothWays, type Case } from './testing/replay-both-ways';

beforeAll(startWasm);

const rows = 41;
const base: Case = {
  make: classifier(),
  x: () => numbers([rows, 8], 2),
  y: () => truths(rows),
};
const args = { epochs: 4, batchSize: 8, verbose: 0 } as const;

const read = (tensor: tf.Tensor) => [...tensor.dataSync()];

/** The same training both ways, with these callbacks, which may look at things. */
const withCallbacks = (
  make: (model: tfl.LayersModel, seen: number[]) => tfl.CustomCallbackArgs,
): Case => ({
  ...base,
  train: (model, x, y, seen) => model.fit(x, y, { ...args, callbacks: make(model, seen) }),
});

describe('while a replayed fit goes on', () => {
  it('the learning rate may change', async () => {
    const slower = (model: tfl.LayersModel) => ({
      onEpochEnd: () => void Object.assign(model.optimizer, { learningRate: 0.0001 }),
    });
    await expectReplayed(withCallbacks(slower));
    const sgd = withCallbacks((model) => ({
      onBatchEnd: (batch) =>
        (model.optimizer as tf.SGDOptimizer).setLearningRate(batch % 2 === 0 ? 0.3 : 0.01),
    }));
    await expectReplayed({ ...sgd, make: classifier(() => tf.train.sgd(0.1)) });
  });

  it('weights and predictions are those of the moment', () =>
    expectReplayed(
      withCallbacks((model, seen) => ({
        onBatchEnd: () => {
          seen.push(...read(model.getWeights()[0]!).slice(0, 4));
          seen.push(...read(model.predict(numbers([2, 8], 3)) as tf.Tensor));
        },
      })),
    ));

  it('the optimizer’s weights are those of the moment', () =>
    expectReplayed(
      withCallbacks((model, seen) => ({
        onBatchEnd: async () => {
          for (const { tensor } of await model.optimizer.getWeights()) seen.push(read(tensor)[0]!);
        },
      })),
    ));

  it('weights may be set', () =>
    expectReplayed(
      withCallbacks((model) => ({
        onEpochEnd: () => model.setWeights(model.getWeights().map((one) => tf.mul(one, 0.5))),
      })),
    ));

  it('a copy of weights stays as it was, and so does one that shares their data', async () => {
    const kept: tf.Tensor[] = [];
    const values: number[][] = [];
    const keep = withCallbacks((model) => ({
      onBatchEnd: (batch) => {
        if (batch > 0) return;
        const [weight] = model.getWeights();
        kept.push(tf.clone(weight!), tf.reshape(weight!, [weight!.size]));
        values.push(read(weight!), read(weight!));
      },
    }));
    await expectReplayed(keep);
    expect(kept.map(read)).toEqual(values);
  });

  it('it can be stopped within an epoch', () =>
    expectReplayed(
      withCallbacks((model, seen) => ({
        onBatchEnd: (batch, logs) => {
          seen.push(batch, logs!['loss']!);
          if (batch === 4) (model as { stopTraining?: boolean }).stopTraining = true;
        },
      })),
      1,
    ));

  it('callbacks are called in the same order with the same logs', async () => {
    const events: string[] = [];
    const note =
      (name: string) =>
      (...values: unknown[]) =>
        void events.push(`${name} ${values.map(textOf).join(' ')}`);
    await expectReplayed({
      ...base,
      train: (model, x, y) => {
        events.push('fit');
        const names = [
          'TrainBegin',
          'TrainEnd',
          'EpochBegin',
          'EpochEnd',
          'BatchBegin',
          'BatchEnd',
        ];
        const callbacks = Object.fromEntries(names.map((name) => [`on${name}`, note(name)]));
        return model.fit(x, y, { ...args, validationSplit: 0.2, callbacks });
      },
    });
    const half = events.length / 2;
    expect(events.slice(half)).toEqual(events.slice(0, half));
  });

  it('callbacks of a reader’s own class are given tensors, as always', async () => {
    const kinds: unknown[] = [];
    const callbacks = new Own((logs) => kinds.push(Object.values(logs).map((one) => typeof one)));
    const both = await bothWays({ ...base, args: { ...args, callbacks: callbacks as never } });
    expectSame(both);
    expect(both.replayed.replays).toBeGreaterThan(3);
    expect(kinds.slice(kinds.length / 2)).toEqual(kinds.slice(0, kinds.length / 2));
  });
});

/** A reader's own class, which is told of the logs. */
class Own extends tfl.Callback {
  constructor(private readonly tell: (logs: object) => void) {
    super();
  }
  override async onBatchEnd(_: number, logs: object = {}): Promise<void> {
    this.tell(logs);
  }
  override async onEpochEnd(_: number, logs: object = {}): Promise<void> {
    this.tell(logs);
  }
}

/** Metrics to three places; names of metrics and their order. */
function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, one]) => `${name}=${typeof one === 'number' ? one.toFixed(3) : typeof one}`)
    .join();
}

describe('after a replayed fit', () => {
  it('the model can be trained on, with other batches, other weights, or compiled anew', () =>
    expectReplayed({
      ...base,
      async train(model, x, y) {
        await model.fit(x, y, args);
        await model.fit(x, y, { ...args, batchSize: 10 });
        model.setWeights(model.getWeights().map((one) => tf.mul(one, 0.9)));
        await model.fit(x, y, args);
        model.compile({ optimizer: tf.train.sgd(0.1), loss: 'meanSquaredError' });
        return model.fit(x, y, args);
      },
    }));

  it('a change of the model between two fits counts', () =>
    expectReplayed({
      ...base,
      async train(model, x, y) {
        await model.fit(x, y, args);
        const relu = model.layers[0] as unknown as { activation: unknown };
        const tanh = model.layers[1] as unknown as { activation: unknown };
        relu.activation = tanh.activation;
        return model.fit(x, y, args);
      },
    }));

  it('an error in a callback reaches the caller, and the model can be trained again', () =>
    expectReplayed({
      ...base,
      async train(model, x, y) {
        const fail = { onBatchEnd: (batch: number) => expect(batch).toBeLessThan(4) };
        await expect(model.fit(x, y, { ...args, callbacks: fail })).rejects.toThrow('to be less');
        return model.fit(x, y, args);
      },
    }));

  it('two models that share layers see each other’s training', () =>
    expectReplayed({
      ...base,
      async train(model, x, y) {
        const other = tfl.sequential({ layers: model.layers.slice(0, 2) });
        other.add(tfl.layers.dense({ units: 1, kernelInitializer: 'ones' }));
        other.compile({ optimizer: tf.train.sgd(0.05), loss: 'meanSquaredError' });
        for (let i = 0; i < 3; i++) {
          await model.fit(x, y, args);
          await other.fit(x, y, args);
        }
        return model.fit(x, y, args);
      },
    }));

  it('leaves as many tensors as an ordinary one, and the heap no larger, over many', async () => {
    const { undo } = installReplay();
    const model = classifier()();
    const [x, y] = [base.x(), base.y()];
    await model.fit(x, y, args);
    const before = tf.memory();
    const heap = () =>
      (tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } }).wasm.HEAPU8.length;
    const size = heap();
    const callbacks = new Own(() => undefined) as never;
    for (let i = 0; i < 25; i++) {
      await model.fit(x, y, { ...args, epochs: 1 });
      await model.fit(x, y, { ...args, epochs: 1, validationSplit: 0.2, callbacks });
    }
    undo();
    expect(tf.memory()).toEqual(before);
    expect(heap()).toBe(size);
  });
});

describe('a loop of a reader’s own', () => {
  it('of trainOnBatch is replayed, and sees what changes on its way', () =>
    expectReplayed({
      ...base,
      async train(model, x, y) {
        const loss: number[] = [];
        for (let step = 0; step < 20; step++) {
          const values = await model.trainOnBatch(x, y);
          loss.push(...(values as number[]));
          if (step === 8) model.setWeights(model.getWeights().map((one) => tf.mul(one, 0.5)));
          if (step === 12) Object.assign(model.optimizer, { learningRate: 0.1 });
          if (step !== 16) continue;
          const [relu, tanh] = model.layers as unknown as { activation: unknown }[];
          relu!.activation = tanh!.activation;
        }
        return { history: { loss } };
      },
    }));

  it('of two models that train against each other', () =>
    expectReplayed({
      ...base,
      async train(model, x, y, seen) {
        const dense = tfl.layers.dense({ units: 8, inputShape: [8], kernelInitializer: 'ones' });
        const maker = tfl.sequential({ layers: [dense] });
        const both = tfl.sequential({ layers: [maker, model as tfl.Sequential] });
        (model.layers[0] as tfl.layers.Layer).trainable = false;
        both.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
        (model.layers[0] as tfl.layers.Layer).trainable = true;
        for (let step = 0; step < 12; step++) {
          seen.push(...((await model.trainOnBatch(x, y)) as number[]));
          seen.push((await both.trainOnBatch(x, y)) as number);
        }
        return { history: {} };
      },
    }));
});
