import '@tensorflow/tfjs-backend-cpu';
import { expect, it } from 'vitest';
import { createShow } from './show';
import { fakeHost } from './testing/fake-host';
import { expectNoLeaks } from './testing/no-leaks';
import * as tf from './tf';
import type { DescentOptions, LossOfTwo } from './types/show-descent';

const bowl: LossOfTwo = (x, y) => x.square().add(y.square().mul(4));
const plane = { x: [-2, 2], y: [-1, 1], start: [1.5, -0.5] } as const;

async function shown(loss: LossOfTwo, options: DescentOptions) {
  const host = fakeHost();
  const drawn = createShow(host).descent(loss, options);
  await Promise.all([drawn, host.outputs()]);
  return host.framesOf('descent')[0]!.data;
}

it('draws the surface row by row from the lower ends', async () => {
  const data = await shown(bowl, { ...plane, paths: { SGD: () => tf.train.sgd(0.1) }, steps: 1 });
  const { rows, columns, surface } = data;
  expect(surface.length).toBe(rows * columns);
  expect(surface[0]).toBeCloseTo(8, 5);
  // Halfway along x at the lower end of y, then halfway up.
  expect(surface[(columns - 1) / 2]).toBeCloseTo(4, 5);
  expect(surface[((rows - 1) / 2) * columns + (columns - 1) / 2]).toBeCloseTo(0, 5);
});

it('asks a loss that sums over data for one place after another', async () => {
  const target = tf.tensor1d([1, 2, 3]);
  const loss: LossOfTwo = (x, y) => target.mul(x).add(y).square().mean();
  const data = await shown(loss, { ...plane, paths: { SGD: () => tf.train.sgd(0.01) }, steps: 1 });
  // ((−2·1 − 1)² + (−2·2 − 1)² + (−2·3 − 1)²) / 3
  expect(data.surface[0]).toBeCloseTo((9 + 25 + 49) / 3, 4);
  target.dispose();
});

it('takes the steps of SGD as its closed form has them', async () => {
  const { paths } = await shown(bowl, {
    ...plane,
    paths: { SGD: () => tf.train.sgd(0.1) },
    steps: 10,
  });
  const points = paths[0]!.points;
  expect(points.length).toBe(11 * 5);
  for (const step of [0, 1, 5, 10]) {
    const [x, y, loss, dx, dy] = points.slice(5 * step);
    expect(x).toBeCloseTo(1.5 * 0.8 ** step, 5);
    expect(y).toBeCloseTo(-0.5 * 0.2 ** step, 5);
    expect(loss).toBeCloseTo(x! ** 2 + 4 * y! ** 2, 5);
    expect(dx).toBeCloseTo(2 * x!, 5);
    expect(dy).toBeCloseTo(8 * y!, 5);
  }
});

it('names each optimizer and its numbers, with which its formula gives its second step', async () => {
  const { paths } = await shown(bowl, {
    ...plane,
    steps: 2,
    paths: {
      sgd: () => tf.train.sgd(0.05),
      momentum: () => tf.train.momentum(0.02, 0.9),
      rmsprop: () => tf.train.rmsprop(0.05, 0.9, 0.3),
      adam: () => tf.train.adam(0.1, 0.8, 0.95),
      other: () => tf.train.adagrad(0.1),
    },
  });
  expect(paths.map(({ rule }) => rule.kind)).toEqual(paths.map(({ name }) => name));
  expect(paths[3]!.rule).toMatchObject({ rate: 0.1, beta1: 0.8, beta2: 0.95 });
  const [g1, g2, x1, x2] = [3, 8, 5, 10].map((at) => paths.map(({ points }) => points[at]!)) as [
    number[],
    number[],
    number[],
    number[],
  ];
  const change = x2.map((x, i) => x - x1[i]!);
  expect(change[0]).toBeCloseTo(-0.05 * g2[0]!, 5);
  expect(change[1]).toBeCloseTo(-0.02 * (0.9 * g1[1]! + g2[1]!), 5);
  const v = 0.9 * 0.1 * g1[2]! ** 2 + 0.1 * g2[2]! ** 2;
  const before = (0.05 * g1[2]!) / Math.sqrt(0.1 * g1[2]! ** 2);
  expect(change[2]).toBeCloseTo(-0.3 * before - (0.05 * g2[2]!) / Math.sqrt(v), 5);
  const first = (0.8 * 0.2 * g1[3]! + 0.2 * g2[3]!) / (1 - 0.8 ** 2);
  const second = (0.95 * 0.05 * g1[3]! ** 2 + 0.05 * g2[3]! ** 2) / (1 - 0.95 ** 2);
  expect(change[3]).toBeCloseTo((-0.1 * first) / Math.sqrt(second), 5);
});

it('lets a path see a mini-batch, and tells the loss itself', async () => {
  let calls = 0;
  const sees: LossOfTwo = (x, y) => {
    calls += 1;
    return bowl(x, y).mul(calls % 2 === 0 ? 3 : 1);
  };
  const { paths } = await shown(bowl, {
    ...plane,
    steps: 3,
    paths: { batch: { optimizer: () => tf.train.sgd(0.01), sees } },
  });
  expect(calls).toBe(4);
  const second = paths[0]!.points.slice(5, 10);
  expect(second[2]).toBeCloseTo(second[0]! ** 2 + 4 * second[1]! ** 2, 5);
  expect(second[3]).toBeCloseTo(6 * second[0]!, 5);
});

it('leaves no tensor behind, also when the loss fails', async () => {
  await expectNoLeaks(async () => {
    await shown(bowl, {
      ...plane,
      steps: 2,
      paths: { a: () => tf.train.momentum(0.1, 0.9), b: () => tf.train.adam(0.1) },
    });
    const broken: LossOfTwo = (x, y) => tf.stack([x, y]);
    const options = { ...plane, paths: { a: () => tf.train.sgd(0.1) } };
    await expect(shown(broken, options)).rejects.toThrow('Take its mean: .mean()');
  });
});

it('says what is wrong before anything appears', () => {
  const host = fakeHost();
  const show = createShow(host);
  const paths = { SGD: () => tf.train.sgd(0.1) };
  const options = { ...plane, paths };
  expect(() => show.descent(5 as never, options)).toThrow('needs the loss first');
  expect(() => show.descent(bowl, { ...options, x: [2, -2] })).toThrow('from a lower number');
  expect(() => show.descent(bowl, { ...options, start: [5, 0] })).toThrow('outside of the plane');
  expect(() => show.descent(bowl, { ...options, paths: {} })).toThrow('1 to 6 paths');
  const optimizer = tf.train.sgd(0.1);
  expect(() => show.descent(bowl, { ...options, paths: { SGD: optimizer as never } })).toThrow(
    'write () => before it',
  );
  expect(host.sent).toEqual([]);
});
