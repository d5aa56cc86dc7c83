import '@tensorflow/tfjs-backend-cpu';
import * as core from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import * as tf from './tf';

beforeAll(() => tf.setBackend('cpu'));

const rows = [new Float32Array([1, 2]), new Float32Array([3, 4])];

describe('tensors of nested lists', () => {
  it.each([
    ['rows of two lengths', () => tf.tensor2d([[1, 2], [3]])],
    ['rows of typed arrays', () => tf.tensor([new Float32Array(2), new Float32Array(3)] as never)],
    ['a number among rows', () => tf.tensor([[1], 2] as never)],
    [
      'a row within a row',
      () =>
        tf.tensor3d([
          [[1, 2], [3]],
          [
            [1, 2],
            [3, 4],
          ],
        ]),
    ],
    ['images of two heights', () => tf.tensor4d([[[[1]]], [[[1]], [[2]]]])],
  ])('of %s throw what TensorFlow.js has for it', (_, make) => {
    expect(make).toThrow(/^Element arr\[/);
    // The slow test is off again.
    expect(core.env().getBool('TENSORLIKE_CHECK_SHAPE_CONSISTENCY')).toBe(false);
  });

  it('are what plain TensorFlow.js makes, where all is well', () => {
    const made = [tf.tensor2d([[1, 2]]), tf.tensor(rows as never), tf.tensor(3), tf.tensor([])];
    const plain = [
      core.tensor2d([[1, 2]]),
      core.tensor(rows as never),
      core.tensor(3),
      core.tensor([]),
    ];
    expect(made.map((one) => [one.shape, one.dtype, one.arraySync()])).toEqual(
      plain.map((one) => [one.shape, one.dtype, one.arraySync()]),
    );
    expect(tf.tensor2d([1, 2, 3, 4], [2, 2], 'int32').arraySync()).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(tf.tensor([['a', 'bc']]).arraySync()).toEqual([['a', 'bc']]);
  });
});
