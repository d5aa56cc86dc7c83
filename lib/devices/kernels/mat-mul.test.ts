import * as fc from 'fast-check';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../testing/start-wasm';
import { floats, seeds, sizes } from './testing/arbitraries';
import { expectOnBoth, type Input } from './testing/on-both';

const BATCHES: [number[], number[]][] = [
  [[], []],
  [[1], []],
  [[1, 1], [1]],
  [[3], [3]],
  [[1], [4]],
  [[4], [1]],
  [
    [2, 3],
    [2, 3],
  ],
];

const matrices = fc.record({
  m: sizes(1, 19),
  k: fc.oneof(sizes(1, 19), fc.constantFrom(255, 256, 257, 600)),
  n: sizes(1, 19),
  transposeA: fc.boolean(),
  transposeB: fc.boolean(),
  batch: fc.constantFrom(...BATCHES),
  seed: seeds,
});

const ACTIVATIONS = ['linear', 'relu', 'relu6', 'sigmoid', 'elu', 'leakyrelu', 'prelu'] as const;

type Matrices = typeof matrices extends fc.Arbitrary<infer T> ? T : never;

function sidesOf({ m, k, n, transposeA, transposeB, batch, seed }: Matrices): [Input, Input] {
  return [
    floats([...batch[0], ...(transposeA ? [k, m] : [m, k])], seed),
    floats([...batch[1], ...(transposeB ? [n, k] : [k, n])], seed + 1),
  ];
}

describe('products of matrices on WASM', () => {
  beforeAll(startWasm);

  it('are those of the cpu backend, over shapes, transposes and batches', () =>
    fc.assert(
      fc.asyncProperty(matrices, (c) =>
        expectOnBoth(sidesOf(c), (a, b) => tf.matMul(a!, b!, c.transposeA, c.transposeB)),
      ),
      { numRuns: 150 },
    ));

  // The cpu backend takes too few of them.
  it('take each matrix of a batch with each of another', async () => {
    await tf.setBackend('wasm');
    const a = tf.tensor(floats([2, 1, 3, 4], 1).values, [2, 1, 3, 4]);
    const b = tf.tensor(floats([1, 3, 4, 5], 2).values, [1, 3, 4, 5]);
    const given = tf.matMul(a, b);
    const wanted = tf.matMul(tf.tile(a, [1, 3, 1, 1]), tf.tile(b, [2, 1, 1, 1]));
    expect(given.shape).toEqual([2, 3, 3, 5]);
    expect([...given.dataSync()]).toEqual([...wanted.dataSync()]);
    tf.dispose([a, b, given, wanted]);
  });

  it('are those of the cpu backend with a bias and an activation', () =>
    fc.assert(
      fc.asyncProperty(
        matrices,
        fc.boolean(),
        fc.constantFrom(...ACTIVATIONS),
        async (c, hasBias, activation) => {
          const { transposeA, transposeB, n, seed } = c;
          const sides = sidesOf({ ...c, batch: [[], []] });
          await expectOnBoth([...sides, floats([n], seed + 2)], (a, b, bias) =>
            tf.fused.matMul({
              a: a!,
              b: b!,
              transposeA,
              transposeB,
              activation,
              leakyreluAlpha: 0.2,
              ...(activation === 'prelu' ? { preluActivationWeights: bias! } : {}),
              ...(hasBias ? { bias: bias! } : {}),
            }),
          );
        },
      ),
      { numRuns: 100 },
    ));

  it('have nothing in them where a side has nothing, and are zero where nothing is summed', async () => {
    const product = (a?: tf.Tensor, b?: tf.Tensor) => tf.matMul(a!, b!);
    await expectOnBoth([floats([0, 3], 1), floats([3, 4], 2)], product);
    await expectOnBoth([floats([5, 3], 1), floats([3, 0], 2)], product);
    await tf.setBackend('wasm');
    const zero = tf.tidy(() => tf.matMul(tf.zeros([2, 0]), tf.zeros([0, 3])).arraySync());
    expect(zero).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('keep NaN and infinity where they are, and from where they are not', async () => {
    const a = floats([5, 6], 1);
    a.values[8] = NaN;
    a.values[20] = Infinity;
    await expectOnBoth([a, floats([6, 9], 2)], (a, b) => tf.matMul(a!, b!));
    await expectOnBoth([{ ...a, shape: [6, 5] }, floats([6, 9], 2)], (a, b) =>
      tf.matMul(a!, b!, true),
    );
    await expectOnBoth([a, floats([9, 6], 2)], (a, b) => tf.matMul(a!, b!, false, true));
    await expectOnBoth([a, floats([6, 9], 2)], (a, b) =>
      tf.fused.matMul({ a: a!, b: b!, activation: 'relu' }),
    );
  });

  it('leave integers to TensorFlow.js', async () => {
    await tf.setBackend('wasm');
    const a = tf.tensor2d([1, 2, 3, 4], [2, 2], 'int32');
    expect(() => tf.matMul(a, a)).toThrow(/float32/);
    a.dispose();
  });

  it('compute the gradients of a dense layer as finite differences do', async () => {
    await tf.setBackend('wasm');
    const x = tf.tensor(floats([6, 7], 1).values, [6, 7]);
    const w = tf.tensor(floats([7, 5], 2).values, [7, 5]);
    const way = tf.tensor(floats([7, 5], 3).values, [7, 5]);
    const loss = (w: tf.Tensor) => tf.sum(tf.square(tf.matMul(x, w))) as tf.Scalar;
    const at = (step: number) => tf.tidy(() => loss(tf.add(w, tf.mul(way, step))).dataSync()[0]!);
    const slope = (at(1e-2) - at(-1e-2)) / 2e-2;
    const given = tf.tidy(() => tf.sum(tf.mul(tf.grad(loss)(w), way)).dataSync()[0]!);
    expect(given / slope).toBeCloseTo(1, 3);
    tf.dispose([x, w, way]);
  });
});
