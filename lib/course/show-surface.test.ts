import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import type { Control } from '@/lib/protocol';
import { isSurfaceData } from '@/lib/protocol/frames/surface';
import { rememberOrigin } from './input-origin';
import { createShow } from './show';
import { fakeHost } from './testing/fake-host';
import { expectNoLeaks } from './testing/no-leaks';
import * as tf from './tf';
import { createWatch } from './watch';

function setUp() {
  const host = fakeHost();
  return { host, show: createShow(host), frames: () => host.framesOf('surface') };
}

function model(inputs: number, ...units: number[]) {
  const layers = units.map((count, i) =>
    tf.layers.dense({
      units: count,
      activation: i === units.length - 1 ? 'sigmoid' : 'tanh',
      kernelInitializer: tf.initializers.randomNormal({ seed: i + 1 }),
      biasInitializer: tf.initializers.randomNormal({ seed: i + 11 }),
      ...(i === 0 && { inputShape: [inputs] }),
    }),
  );
  return tf.sequential({ layers });
}

const points = [
  { x: 0, y: 0, label: 0 },
  { x: 2, y: -4, label: 1 },
];

describe('show.surface', () => {
  it('hands a small network over, with the points and a plane around them', async () => {
    const { show, frames } = setUp();
    await expectNoLeaks(() => {
      const small = model(2, 3, 1);
      show.surface(small, { points });
      small.dispose();
    });
    const data = frames()[0]!.data;
    expect(isSurfaceData(data)).toBe(true);
    expect(data.layers.map(({ inputs, units }) => [inputs, units])).toEqual([
      [2, 3],
      [3, 1],
    ]);
    expect([data.x, data.y]).toEqual([
      [-0.2, 2.2],
      [-4.4, 0.4],
    ]);
    expect(data.labels).toEqual(['class 0', 'class 1']);
    expect(data.control).toBeNull();
  });

  it('puts what the other inputs add into the first biases', async () => {
    const { show, frames } = setUp();
    const wide = model(4, 1);
    const row = [9, 0.5, 9, -2];
    show.surface(wide, { plane: [2, 0], at: row });
    const { layers, held } = frames()[0]!.data;
    // The same answer as the model's own, with the plane at (x, y) = (0.3, -0.7): input 2 is x, input 0 is y.
    const [first] = layers;
    const z = first!.kernel[0]! * 0.3 + first!.kernel[1]! * -0.7 + first!.bias[0]!;
    const asked = tf.tidy(
      () => (wide.predict(tf.tensor2d([[-0.7, 0.5, 0.3, -2]])) as tf.Tensor).dataSync()[0],
    );
    expect(1 / (1 + Math.exp(-z))).toBeCloseTo(asked!, 5);
    expect(held).toBe('The other 2 inputs are held at those of one example.');
    wide.dispose();
  });

  it('samples what it cannot hand over, and agrees with the model', async () => {
    const { show, frames } = setUp();
    await expectNoLeaks(() => {
      const normed = tf.sequential({
        layers: [
          tf.layers.dense({
            units: 3,
            inputShape: [2],
            kernelInitializer: tf.initializers.glorotNormal({ seed: 4 }),
          }),
          tf.layers.batchNormalization(),
          tf.layers.dense({
            units: 1,
            activation: 'sigmoid',
            kernelInitializer: tf.initializers.glorotNormal({ seed: 5 }),
          }),
        ],
      });
      show.surface(normed, { points, x: [-1, 1], y: [-1, 1] });
      const asked = tf.tidy(() =>
        (normed.predict(tf.tensor2d([[-0.975, 0.975], [2, -4]])) as tf.Tensor).dataSync(),
      ); // prettier-ignore
      const { grid } = frames()[0]!.data;
      expect(grid!.values[0]! / 255).toBeCloseTo(asked[0]!, 2);
      expect(grid!.answers[1]).toBeCloseTo(asked[1]!, 5);
      normed.dispose();
    });
    expect(isSurfaceData(frames()[0]!.data)).toBe(true);
  });

  it('knows the control that gave the points', () => {
    const { show, frames } = setUp();
    const given = points.map((point) => ({ ...point }));
    const control: Control = {
      kind: 'points',
      key: 'Two',
      name: 'two',
      label: 'Two',
      x: [-5, 5],
      y: [-5, 5],
      labels: ['blue', 'orange'],
      names: ['height', ''],
      value: given,
    };
    rememberOrigin(given, { cell: 'draw', control });
    const small = model(2, 1);
    show.surface(small, { points: given });
    expect(frames()[0]!.data).toMatchObject({
      x: [-5, 5],
      names: ['height', 'y'],
      labels: ['blue', 'orange'],
      control: { cell: 'draw', key: 'Two' },
    });
    small.dispose();
  });

  it('says what is wrong', () => {
    const { show } = setUp();
    const [small, wide] = [model(2, 1), model(8, 1)];
    expect(() => show.surface(wide)).toThrow('the model has 8 inputs. Say which two');
    expect(() => show.surface({} as never)).toThrow('show.surface needs a model');
    expect(() => show.surface(small, { x: [1, 0] })).toThrow('the lower one first');
    expect(() => show.surface(small, { points: [{ x: 1, y: NaN }] })).toThrow('points[0]');
    expect(() => show.surface(small, { points, labels: ['one'] })).toThrow(
      'the label of points[1] is 1',
    );
    expect(() => show.surface(wide, { plane: [0, 1], at: [1, 2] })).toThrow(
      'one example with 8 numbers',
    );
    small.dispose();
    wide.dispose();
  });
});

describe('watch', () => {
  it('records a surface from before the first epoch on, and no network beside it', async () => {
    const host = fakeHost();
    const watch = createWatch(host);
    const small = model(2, 2, 1);
    small.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy' });
    const [xs, ys] = [tf.tensor2d([[0, 0], [1, 1]]), tf.tensor2d([[0], [1]])]; // prettier-ignore
    await small.fit(xs, ys, {
      epochs: 3,
      callbacks: watch(small, { surface: { points }, every: 1 }),
    });
    expect(host.framesOf('surface').map(({ step }) => step)).toEqual([0, 1, 2, 3]);
    expect(host.framesOf('network')).toEqual([]);
    small.dispose();
    tf.dispose([xs, ys]);
  });
});
