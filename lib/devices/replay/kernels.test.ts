import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../testing/start-wasm';
import { numbers } from './testing/numbers';
import { replayKernels } from './testing/replay-kernels';

beforeAll(startWasm);

type Compute = (...inputs: tf.Tensor[]) => tf.Tensor;

/** What is compared is what TensorFlow.js's own kernels on WASM give. */
function expectSame(compute: Compute, ...inputs: tf.Tensor[]): void {
  expectAlike(1, compute, ...inputs);
}

/** `terms`: so many are added up, in another order, and may nearly cancel out. */
function expectAlike(terms: number, compute: Compute, ...inputs: tf.Tensor[]): void {
  const { ordinary, replayed } = replayKernels((...all) => tf.tidy(() => compute(...all)), inputs);
  expect(replayed).toHaveLength(ordinary.length);
  ordinary.forEach((value, i) => {
    const other = (replayed as number[])[i]!;
    if (!Number.isFinite(value)) return expect(other).toBe(value);
    expect(Math.abs(other - value)).toBeLessThanOrEqual(2e-6 * Math.max(terms, Math.abs(value)));
  });
}

const float = (x: tf.Tensor) => tf.cast(x, 'float32');
/** Between -8 and 8. */
const wide = (shape: number[], seed?: number) => tf.mul(numbers(shape, seed), 8);
const dims = (most: number) => fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: most });

describe('element by element', () => {
  it.each<[string, (a: tf.Tensor, b: tf.Tensor) => tf.Tensor]>([
    ['add', tf.add],
    ['sub', tf.sub],
    ['mul', tf.mul],
    ['div', tf.div],
    ['maximum', tf.maximum],
    ['minimum', tf.minimum],
    ['squaredDifference', tf.squaredDifference],
    ['greater', (a, b) => float(tf.greater(a, b))],
    ['greaterEqual', (a, b) => float(tf.greaterEqual(a, b))],
    ['less', (a, b) => float(tf.less(a, b))],
    ['lessEqual', (a, b) => float(tf.lessEqual(a, b))],
    ['equal', (a, b) => float(tf.equal(tf.round(a), tf.round(b)))],
    ['notEqual', (a, b) => float(tf.notEqual(tf.round(a), tf.round(b)))],
  ])('%s spreads either side over the other', (_, compute) =>
    fc.assert(
      fc.property(dims(4), fc.nat(15), fc.nat(15), fc.nat(4), (shape, ones, others, cut) => {
        const thinned = (mask: number) => shape.map((n, i) => ((mask >> i) & 1 ? 1 : n));
        const a = wide(thinned(ones), 2);
        const b = wide(thinned(others).slice(Math.min(cut, shape.length)), 3);
        expectSame(compute, a, b);
        expectSame(compute, b, a);
      }),
      { numRuns: 30 },
    ),
  );

  it.each<[string, (x: tf.Tensor) => tf.Tensor]>([
    ['neg', tf.neg],
    ['abs', tf.abs],
    ['square', tf.square],
    ['sqrt', (x) => tf.sqrt(tf.abs(x))],
    ['rsqrt', (x) => tf.rsqrt(tf.abs(x))],
    ['reciprocal', tf.reciprocal],
    ['relu', tf.relu],
    ['relu6', tf.relu6],
    ['sigmoid', tf.sigmoid],
    ['tanh', tf.tanh],
    ['exp', tf.exp],
    ['log', tf.log],
    ['log1p', tf.log1p],
    ['elu', tf.elu],
    ['step', (x) => tf.step(x, -0.5)],
    ['clipByValue', (x) => tf.clipByValue(x, -1, 2)],
    ['leakyRelu', (x) => tf.leakyRelu(x, 0.3)],
    ['casts', (x) => float(tf.cast(x, 'int32'))],
    ['a choice', (x) => tf.where(tf.greater(x, 0), x, tf.neg(x))],
    ['logic', (x) => float(tf.logicalAnd(tf.logicalNot(tf.greater(x, 1)), tf.less(x, 3)))],
  ])('%s', (_, compute) => {
    for (const size of [1, 3, 4, 7, 64, 101]) expectSame(compute, wide([size], size));
  });

  it.each<[string, (x: tf.Tensor) => tf.Tensor, number[]]>([
    ['exp', tf.exp, [-Infinity, -200, -87, 0, 88, 89, Infinity, NaN]],
    ['log', tf.log, [0, -1, 1e-30, 1e30, Infinity, NaN, 1]],
    ['tanh', tf.tanh, [-Infinity, -30, -1e-6, 1e-6, 0.624, 0.626, 30, Infinity, NaN]],
    ['sigmoid', tf.sigmoid, [-200, -30, 0, 30, 200]],
    ['log1p', tf.log1p, [-1, -1e-7, 0, 1e-7, 1e-3, 1e6, Infinity]],
  ])('%s at its limits', (_, compute, values) => {
    const { replayed } = replayKernels(compute, [tf.tensor1d(values)]);
    const exact = { exp: Math.exp, log: Math.log, tanh: Math.tanh, log1p: Math.log1p };
    const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
    values.forEach((x, i) => {
      const value = ({ ...exact, sigmoid } as Record<string, typeof Math.exp>)[_]!(x);
      const other = (replayed as number[])[i]!;
      const wanted = Math.fround(value);
      if (!Number.isFinite(wanted)) return expect(other).toBe(wanted);
      expect(Math.abs(other - wanted)).toBeLessThanOrEqual(1e-38 + 4e-7 * Math.abs(wanted));
    });
  });
});

describe('along axes', () => {
  it.each<[string, (x: tf.Tensor, axes: number[]) => tf.Tensor]>([
    ['sum', (x, axes) => tf.sum(x, axes)],
    ['mean', (x, axes) => tf.mean(x, axes)],
    ['max', (x, axes) => tf.max(x, axes)],
  ])('%s', (_, compute) =>
    fc.assert(
      fc.property(dims(4), fc.nat(15), (shape, mask) => {
        const axes = shape.flatMap((_, i) => ((mask >> i) & 1 ? [i] : []));
        fc.pre(axes.length > 0);
        const terms = axes.reduce((product, axis) => product * shape[axis]!, 1);
        expectAlike(terms, (x) => compute(x, axes), wide(shape));
      }),
      { numRuns: 40 },
    ),
  );

  it('the mean of truths', () => {
    expectSame((x) => tf.mean(tf.greater(x, 0), -1), wide([3, 5]));
    expectSame((x) => tf.mean(tf.greater(x, 0)), wide([3, 5]));
  });

  it('softmax and argMax of the last', () => {
    for (const cols of [1, 2, 4, 5, 11]) {
      expectSame((x) => tf.softmax(x), wide([3, cols]));
      expectSame((x) => float(tf.argMax(x, -1)), wide([3, cols]));
    }
  });

  it.each([
    [false, false],
    [true, false],
    [false, true],
  ])('products of matrices, transposed or not (%s, %s)', (a, b) => {
    for (const [m, k, n] of [
      [1, 1, 1],
      [3, 5, 2],
      [8, 4, 9],
    ] as const) {
      const x = numbers(a ? [k, m] : [m, k], 2);
      const y = numbers(b ? [n, k] : [k, n], 3);
      expectSame((p, q) => tf.matMul(p, q, a, b), x, y);
      expectSame(
        (p, q) => tf.matMul(p, q, a, b),
        tf.stack([x, tf.neg(x)]),
        tf.stack([y, tf.square(y)]),
      );
    }
  });
});

describe('moving about', () => {
  it.each<[string, Compute, number[]]>([
    ['slice', (x) => tf.slice(x, [1, 0, 2], [2, 3, 1]), [4, 3, 5]],
    ['a slice that is a view', (x) => tf.mul(tf.slice(x, [1, 0], [2, 3]), 2), [4, 3]],
    ['split and concat', (x) => tf.concat(tf.split(x, 3, 1).reverse(), 0), [2, 6]],
    ['unstack and stack', (x) => tf.stack(tf.unstack(x, 1).reverse(), 2), [2, 3, 4]],
    ['transpose', (x) => tf.transpose(x, [2, 0, 3, 1]), [2, 3, 4, 5]],
    ['reverse', (x) => tf.reverse(x, [0, 2]), [2, 3, 4]],
    ['tile', (x) => tf.tile(x, [2, 1, 3]), [2, 3, 4]],
    [
      'pad',
      (x) =>
        tf.pad(
          x,
          [
            [1, 0],
            [2, 3],
          ],
          7,
        ),
      [2, 3],
    ],
    ['fill', (x) => tf.mul(tf.fill([2, 3], 4), tf.add(tf.zerosLike(x), tf.onesLike(x))), [2, 3]],
  ])('%s', (_, compute, shape) => expectSame(compute, wide(shape)));

  it('rows of a table, there and back', () => {
    const places = tf.tensor1d([2, 0, 2, 1], 'int32');
    expectSame((table, at) => tf.gather(table, at), wide([3, 5]), places);
    expectSame((x, at) => tf.unsortedSegmentSum(x, at as tf.Tensor1D, 4), wide([4, 5]), places);
    expectSame((at) => float(tf.oneHot(at, 3, 2, -1)), places);
  });

  it('flags a class that is none, for TensorFlow.js to deal with', () => {
    const places = tf.tensor1d([2, 0, 3], 'int32');
    const { isFlagged } = replayKernels((at) => float(tf.oneHot(at, 3)), [places]);
    expect(isFlagged).toBe(true);
  });
});

describe('by TensorFlow.js’s own calls', () => {
  const filter = () => numbers([3, 3, 2, 4], 5) as tf.Tensor4D;
  it.each<[string, Compute]>([
    ['conv2d', (x) => tf.conv2d(x as tf.Tensor4D, filter(), 1, 'same')],
    ['maxPool', (x) => tf.maxPool(x as tf.Tensor4D, 2, 2, 'valid')],
    ['avgPool', (x) => tf.avgPool(x as tf.Tensor4D, 3, 1, 'same')],
    ['pow', (x) => tf.pow(tf.abs(x), 1.5)],
    ['prod', (x) => tf.prod(x, [1, 3])],
  ])('%s', (_, compute) => expectSame(compute, numbers([2, 6, 6, 2])));

  it('refuses what JavaScript computes', () => {
    const { replayed } = replayKernels((x) => tf.topk(x, 2).values, [wide([4])]);
    expect(replayed).toBe('no way to write TopK');
  });

  it('refuses a step that looks at numbers', () => {
    const { replayed } = replayKernels((x) => tf.mul(x, x.dataSync()[0]!), [wide([4])]);
    expect(replayed).toBe('numbers are read within the step');
  });
});
