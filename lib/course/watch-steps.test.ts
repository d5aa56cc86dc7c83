import '@tensorflow/tfjs-backend-cpu';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installFitDefaults } from './fit-defaults';
import { seedMathRandom } from './seed-math-random';
import type { FakeHost } from './testing/fake-host';
import { fakeHost } from './testing/fake-host';
import { makeModel, train } from './testing/or-function';
import type * as tf from './tf';
import { createWatch } from './watch';

let host: FakeHost;
/** A clock that the tests set. */
let clock: { time: number };
const watchOf = () => createWatch(host, () => clock.time);
const own = Math.random;

beforeEach(() => {
  host = fakeHost();
  clock = { time: 0 };
  seedMathRandom(1);
});
afterEach(() => {
  Math.random = own;
});

const steps = (kind: 'curve' | 'network') => host.framesOf(kind).map((frame) => frame.step);

describe('when watch records', () => {
  it('counts batches with `everySteps`, over epochs, and puts validation at the end of each', async () => {
    const model = makeModel();
    const seen: number[] = [];
    const history = await train(model, {
      epochs: 3,
      batchSize: 1,
      validationSplit: 0.25,
      shuffle: false,
      callbacks: watchOf()(model, { everySteps: 2, also: (step) => void seen.push(step) }),
    });
    // Three rows, so three batches an epoch.
    expect(steps('curve')).toEqual([2, 3, 4, 6, 6, 8, 9]);
    expect(steps('network')).toEqual([0, 2, 4, 6, 8, 9]);
    expect(seen).toEqual([0, 2, 4, 6, 8, 9]);
    const points = host.framesOf('curve').map(({ data }) => data.values);
    expect(points.map(({ val_loss }) => val_loss).filter(Boolean)).toEqual(
      history.history['val_loss'],
    );
    // The point of the sixth batch holds its own loss and the validation of its epoch.
    expect(Object.keys(points[4]!).sort()).toEqual(['acc', 'loss', 'val_acc', 'val_loss']);
    expect(points[4]!['loss']).toBe(points[3]!['loss']);
    const outputs = await host.outputs();
    expect(outputs).toMatchObject([
      { figure: { kind: 'curve', stepName: 'step' } },
      { figure: { kind: 'network', stepName: 'step' } },
    ]);
    model.dispose();
  });

  it('gives the loss of each batch as it was', async () => {
    const model = makeModel();
    const losses: number[] = [];
    const own = { onBatchEnd: (_: number, logs?: tf.Logs) => void losses.push(logs!['loss']!) };
    const remove = installFitDefaults(host);
    const callbacks = [watchOf()(model, { everySteps: 1 }), own];
    await train(model, { epochs: 2, batchSize: 2, callbacks });
    remove();
    expect(host.framesOf('curve').map(({ data }) => data.values['loss'])).toEqual(losses);
    expect(losses).toHaveLength(4);
    model.dispose();
  });

  it('records at just the steps that it is told, however fast they come', async () => {
    const model = makeModel();
    await train(model, { epochs: 9, callbacks: watchOf()(model, { every: 2 }) });
    expect(steps('network')).toEqual([0, 2, 4, 6, 8, 9]);
    model.dispose();
  });

  it('leaves two thirds of the time to training when a recording is slow', async () => {
    const model = makeModel();
    const seen: number[] = [];
    const callbacks = [
      watchOf()(model, {
        also(step) {
          seen.push(step);
          clock.time += 100;
        },
      }),
      { onEpochEnd: () => void (clock.time += 50) },
    ];
    const remove = installFitDefaults(host);
    await train(model, { epochs: 20, callbacks });
    remove();
    // 100 ms to record, then 200 ms of training, which are four epochs.
    expect(seen).toEqual([0, 5, 9, 13, 17, 20]);
    model.dispose();
  });
});
