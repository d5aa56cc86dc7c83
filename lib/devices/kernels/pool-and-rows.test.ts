import * as fc from 'fast-check';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../testing/start-wasm';
import { convolutions, floats, seeds, sizes } from './testing/arbitraries';
import { expectOnBoth } from './testing/on-both';

const shapes = fc.array(sizes(1, 21), { minLength: 1, maxLength: 3 });

describe('max pooling on WASM', () => {
  beforeAll(startWasm);

  it('and average pooling are those of the cpu backend, over shapes, strides and paddings', () =>
    fc.assert(
      fc.asyncProperty(convolutions, async (c) => {
        const size: [number, number] = [c.filterHeight, c.filterWidth];
        const pad = typeof c.pad === 'number' ? 'valid' : c.pad;
        const x = floats(c.x, c.seed);
        await expectOnBoth([x], (x) => tf.maxPool(x as tf.Tensor4D, size, c.strides, pad));
        await expectOnBoth([x], (x) => tf.avgPool(x as tf.Tensor4D, size, c.strides, pad));
      }),
      { numRuns: 80 },
    ));

  it('has the gradient of the cpu backend, over shapes, strides and paddings', () =>
    fc.assert(
      fc.asyncProperty(convolutions, async (c) => {
        const size: [number, number] = [c.filterHeight, c.filterWidth];
        const pad = typeof c.pad === 'number' ? 'valid' : c.pad;
        await expectOnBoth([floats(c.x, c.seed)], (x) =>
          tf.grad((x) => tf.sum(tf.square(tf.maxPool(x as tf.Tensor4D, size, c.strides, pad))))(x!),
        );
      }),
      { numRuns: 80 },
    ));

  it('gives a gradient to the first of equal values, once for each window', () =>
    expectOnBoth(
      [{ shape: [1, 4, 4, 5], values: Array.from({ length: 80 }, (_, i) => i % 3) }],
      (x) => tf.grad((x) => tf.sum(tf.maxPool(x as tf.Tensor4D, 3, 1, 'same')))(x!),
    ));
});

describe('rows on WASM', () => {
  beforeAll(startWasm);

  it('are summed over the first axes, and over any others, as on the cpu backend', () =>
    fc.assert(
      fc.asyncProperty(
        shapes,
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        seeds,
        async (shape, a, b, keep, seed) => {
          const axes = [...new Set([a % shape.length, b % shape.length])].sort((x, y) => x - y);
          await expectOnBoth([floats(shape, seed)], (x) => tf.sum(x!, axes, keep));
        },
      ),
      { numRuns: 80 },
    ));

  it('are cut out as on the cpu backend, along any axes', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(sizes(1, 6), fc.nat(), fc.nat()), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('float32' as const, 'int32' as const, 'bool' as const),
        seeds,
        async (axes, dtype, seed) => {
          const shape = axes.map(([length]) => length);
          const begin = axes.map(([length, at]) => at % length);
          // -1 is what is left; 0 is nothing at all.
          const size = axes.map(([length, , part], i) => (part % (length - begin[i]! + 2)) - 1);
          const { values } = floats(shape, seed);
          const whole = dtype === 'bool' ? values.map((x) => Number(x > 0)) : values;
          const x = { shape, dtype, values: dtype === 'int32' ? values.map(Math.trunc) : whole };
          await expectOnBoth([x], (x) => tf.slice(x!, begin, size));
        },
      ),
      { numRuns: 200 },
    ));

  it('are cut out of nothing but what is there', async () => {
    await tf.setBackend('wasm');
    const x = tf.zeros([3, 4]);
    expect(() => tf.slice(x, [1, 0], [3, 4])).toThrow(/begin\[0\] \+ size\[0\]/);
    x.dispose();
  });

  it('take a bias as on the cpu backend', () =>
    fc.assert(
      fc.asyncProperty(shapes, seeds, async (shape, seed) => {
        const row = floats(shape.slice(-1), seed + 1);
        await expectOnBoth([floats(shape, seed), row], (x, row) => tf.add(x!, row!));
        await expectOnBoth([floats(shape, seed), row], (x, row) => tf.add(row!, x!));
      }),
      { numRuns: 40 },
    ));

  it('of integers are added as integers', () =>
    expectOnBoth(
      [
        { shape: [2, 3], dtype: 'int32', values: [1, 2, 3, 4, 5, 6] },
        { shape: [3], dtype: 'int32', values: [10, 20, 30] },
      ],
      (x, row) => tf.add(tf.sum(tf.stack([x!, x!]), 0), row!),
    ));
});

describe('relu on WASM', () => {
  beforeAll(startWasm);

  it('and its gradient are those of the cpu backend', () =>
    fc.assert(
      fc.asyncProperty(shapes, seeds, async (shape, seed) => {
        await expectOnBoth([floats(shape, seed)], (x) => tf.relu(x!));
        await expectOnBoth([floats(shape, seed)], (x) =>
          tf.grad((x) => tf.sum(tf.mul(tf.relu(x), tf.sin(x))))(x!),
        );
      }),
      { numRuns: 40 },
    ));

  it('keeps NaN and infinity', () =>
    expectOnBoth([{ shape: [6], values: [NaN, Infinity, -Infinity, -1, 2, NaN] }], (x) =>
      tf.relu(x!),
    ));

  it('has a second gradient', () =>
    expectOnBoth([floats([7], 3)], (x) => tf.grad(tf.grad((x) => tf.pow(tf.relu(x), 3)))(x!)));
});

describe('a clone on WASM', () => {
  beforeAll(startWasm);

  it('shares its values, and outlives the tensor that it was made of', async () => {
    await tf.setBackend('wasm');
    const x = tf.tensor1d([1, 2, 3]);
    const clone = x.clone();
    expect(clone.dataId).toBe(x.dataId);
    x.dispose();
    expect([...clone.dataSync()]).toEqual([1, 2, 3]);
    clone.dispose();
  });
});
