import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installFitDefaults } from './fit-defaults';
import { seedMathRandom } from './seed-math-random';
import { createShow } from './show';
import type { FakeHost } from './testing/fake-host';
import { fakeHost } from './testing/fake-host';
import { expectNoLeaks } from './testing/no-leaks';
import { makeModel, rows, train } from './testing/or-function';
import * as tf from './tf';
import { createWatch } from './watch';

let host: FakeHost;
/** A clock that the tests set; a second goes by at every look at it, unless a test stops it. */
let clock: { time: number; tick: number };
const watchOf = () => createWatch(host, () => (clock.time += clock.tick));
const own = Math.random;

beforeEach(() => {
  host = fakeHost();
  clock = { time: 0, tick: 1000 };
  seedMathRandom(1);
});
afterEach(() => {
  Math.random = own;
});

const steps = (kind: 'curve' | 'network') => host.framesOf(kind).map((frame) => frame.step);

describe('watch', () => {
  it('sends all metrics of each epoch, and the weights from before the first', async () => {
    const model = makeModel();
    const [kernel, bias] = model.getWeights().map((weight) => Array.from(weight.dataSync()));
    const history = await train(model, {
      epochs: 3,
      validationSplit: 0.25,
      callbacks: watchOf()(model, { inputs: ['left', 'right'], outputs: ['or'], title: 'OR' }),
    });
    expect(steps('curve')).toEqual([1, 2, 3]);
    for (const name of ['loss', 'acc', 'val_loss', 'val_acc']) {
      expect(host.framesOf('curve').map((frame) => frame.data.values[name])).toEqual(
        history.history[name],
      );
    }
    expect(steps('network')).toEqual([0, 1, 2, 3]);
    const networks = host.framesOf('network').map((frame) => frame.data);
    expect(networks[0]).toMatchObject({ inputs: ['left', 'right'], outputs: ['or'] });
    expect(Array.from(networks[0]!.layers[0]!.kernel)).toEqual(kernel);
    expect(Array.from(networks[0]!.layers[0]!.bias)).toEqual(bias);
    const last = model.getWeights()[0]!.dataSync();
    expect(Array.from(networks[3]!.layers[0]!.kernel)).toEqual(Array.from(last));
    expect(Array.from(last)).not.toEqual(kernel);
    expect(await host.outputs()).toMatchObject([
      { figure: { id: 'figure-1', kind: 'curve', title: 'OR', stepName: 'epoch' } },
      { figure: { id: 'figure-2', kind: 'network', title: 'OR: network', stepName: 'epoch' } },
    ]);
    expect(host.progressed.at(0)).toEqual({ done: 0, total: 3, label: 'epochs' });
    expect(host.progressed.at(-1)).toEqual({ done: 3, total: 3, label: 'epochs' });
    model.dispose();
  });

  it('leaks no tensor', async () => {
    await expectNoLeaks(async () => {
      const model = makeModel();
      await train(model, { epochs: 4, callbacks: watchOf()(model) });
      model.dispose();
      model.optimizer.dispose();
    });
  });

  it('draws weights thirty times a second at most, but always the last, and every point', async () => {
    clock.tick = 1;
    const model = makeModel();
    await train(model, { epochs: 100, callbacks: watchOf()(model) });
    expect(steps('curve')).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
    const drawn = steps('network');
    expect([drawn[0], drawn.at(-1)]).toEqual([0, 100]);
    expect(drawn.length).toBeLessThan(clock.time / 33 + 3);
    expect(drawn.length).toBeGreaterThan(3);
    expect(host.progressed.length).toBeLessThan(clock.time / 33 + 3);
    model.dispose();
  });

  it('keeps to 240 drawings for many epochs, or to `every`, with the last', async () => {
    const model = makeModel();
    await train(model, { epochs: 500, batchSize: 4, callbacks: watchOf()(model) });
    expect(steps('curve')[0]).toBe(3);
    expect(steps('curve').at(-1)).toBe(500);
    expect(steps('curve').length).toBeLessThanOrEqual(240);
    host = fakeHost();
    await train(model, { epochs: 7, callbacks: watchOf()(model, { every: 3 }) });
    expect(steps('curve')).toEqual([3, 6, 7]);
    expect(steps('network')).toEqual([0, 3, 6, 7]);
    model.dispose();
  });

  it('shows where early stopping ended, in a list of callbacks', async () => {
    const model = makeModel();
    const stop = { onEpochEnd: (epoch: number) => void (model.stopTraining = epoch === 4) };
    const remove = installFitDefaults(host);
    await train(model, { epochs: 50, callbacks: [watchOf()(model, { every: 10 }), stop] });
    remove();
    expect(steps('curve')).toEqual([5]);
    expect(steps('network')).toEqual([0, 5]);
    expect(host.progressed.at(-1)).toEqual({ done: 5, total: 50, label: 'epochs' });
    model.dispose();
  });

  it('goes on in the same figures with a second fit, and anew in another run', async () => {
    const model = makeModel();
    const callbacks = watchOf()(model);
    await train(model, { epochs: 2, callbacks });
    await train(model, { epochs: 2, callbacks });
    await train(model, { epochs: 6, initialEpoch: 4, callbacks });
    expect(steps('curve')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await host.outputs()).toHaveLength(2);
    host.nextRun();
    await train(model, { epochs: 1, callbacks });
    expect(steps('curve').at(-1)).toBe(1);
    expect(await host.outputs()).toHaveLength(4);
    model.dispose();
  });

  it('draws what it is asked to, and unasked only small dense networks', async () => {
    const model = makeModel();
    await train(model, { epochs: 1, callbacks: watchOf()(model, { network: false }) });
    expect([steps('curve').length, steps('network').length]).toEqual([1, 0]);
    host = fakeHost();
    await train(model, { epochs: 1, callbacks: watchOf()(model, { curve: false }) });
    expect([steps('curve').length, steps('network').length]).toEqual([0, 2]);
    expect(await host.outputs()).toMatchObject([{ figure: { kind: 'network' } }]);
    const large = tf.sequential({ layers: [tf.layers.dense({ units: 10_000, inputShape: [2] })] });
    large.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    host = fakeHost();
    const ys = tf.zeros([4, 10_000]);
    const xs = tf.tensor2d(rows);
    await large.fit(xs, ys, { epochs: 1, callbacks: watchOf()(large) });
    expect(steps('network')).toEqual([]);
    await large.fit(xs, ys, { epochs: 1, callbacks: watchOf()(large, { network: true }) });
    expect(steps('network')).toEqual([0, 1]);
    tf.dispose([xs, ys]);
    model.dispose();
    large.dispose();
  });

  it('says what is wrong', () => {
    const model = makeModel();
    expect(() => watchOf()({} as never)).toThrow('watch needs the model that you train');
    expect(() => watchOf()(model, { every: 0 })).toThrow('1 or more, but got 0');
    expect(() => watchOf()(model, { everySteps: 1.5 })).toThrow('a number of steps, 1 or more');
    expect(() => watchOf()(model, { every: 1, everySteps: 1 })).toThrow('not clear what to draw');
    expect(() => watchOf()(model, { also: {} as never })).toThrow('also is a function of the step');
    expect(() => watchOf()(model, { inputs: ['a'] })).toThrow('2 inputs, but 1 names');
    model.dispose();
  });
});

describe('watch for a loop of the reader’s own', () => {
  it('adds points to curves', async () => {
    const series = watchOf().series({ title: 'Loss', caption: 'C' });
    series.add(0, { loss: 2 });
    series.add(10, { loss: 1, accuracy: 0.5 });
    expect(await host.outputs()).toMatchObject([
      { figure: { kind: 'curve', title: 'Loss', caption: 'C', stepName: 'step' } },
    ]);
    expect(host.framesOf('curve').map(({ step, data }) => [step, data.values])).toEqual([
      [0, { loss: 2 }],
      [10, { loss: 1, accuracy: 0.5 }],
    ]);
    const loss = tf.scalar(1);
    expect(() => series.add(11, { loss } as never)).toThrow(
      'Read it first: (await tensor.data())[0]',
    );
    loss.dispose();
    expect(() => series.add(NaN, { loss: 1 })).toThrow('needs the step first');
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`s${at}`, 1]));
    expect(() => series.add(12, many)).toThrow('101 curves are too many to show; 100 are the most');
  });

  it('draws no network unasked that is too wide to name, and says so when asked', () => {
    const wide = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [10_001] })] });
    const watch = watchOf();
    expect(() => watch(wide)).not.toThrow();
    expect(() => watch(wide, { network: true })).toThrow(
      'watch: 10001 inputs are too many to show; 10000 are the most. Leave out',
    );
    wide.dispose();
  });

  it('draws weights', async () => {
    await expectNoLeaks(async () => {
      const model = makeModel();
      const weights = watchOf().network(model, { stepName: 'batch' });
      await weights.add(0);
      tf.tidy(() => model.layers[0]?.setWeights([tf.tensor2d([[5], [6]]), tf.tensor1d([7])]));
      await weights.add(1);
      expect(steps('network')).toEqual([0, 1]);
      expect(host.framesOf('network')[1]?.data.layers[0]).toMatchObject({
        kernel: Float32Array.of(5, 6),
        bias: Float32Array.of(7),
      });
      model.dispose();
      model.optimizer.dispose();
    });
  });
});

describe('where reading is asynchronous', () => {
  beforeEach(async () => {
    // The CPU's kernels under the name of the backend that can only be awaited.
    if (tf.findBackendFactory('webgpu') === null) {
      tf.registerBackend('webgpu', () => new MathBackendCPU());
      tf.copyRegisteredKernels('cpu', 'webgpu');
    }
    await tf.setBackend('webgpu');
  });
  afterEach(async () => {
    await tf.setBackend('cpu');
  });

  it('draws the same', async () => {
    await expectNoLeaks(async () => {
      const model = makeModel();
      await train(model, { epochs: 2, callbacks: watchOf()(model) });
      expect(steps('network')).toEqual([0, 1, 2]);
      const last = Array.from(await model.getWeights()[0]!.data());
      expect(Array.from(host.framesOf('network')[2]!.data.layers[0]!.kernel)).toEqual(last);
      model.dispose();
      model.optimizer.dispose();
    });
  });

  it('shows figures of the values at the time of the call', async () => {
    await expectNoLeaks(async () => {
      const tensor = tf.tensor1d([0, 1]);
      const show = createShow(host);
      show.matrix(tensor);
      show.confusion(tensor, [0, 1]);
      tensor.dispose();
      expect(host.sent).toEqual([]);
      expect(await host.outputs()).toHaveLength(2);
      expect(host.framesOf('matrix')[0]?.data.values).toEqual(Float32Array.of(0, 1));
      expect(host.framesOf('confusion')[0]?.data.counts).toEqual(Uint32Array.of(1, 0, 0, 1));
    });
  });
});
