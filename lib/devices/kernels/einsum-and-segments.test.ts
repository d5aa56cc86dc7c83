import * as fc from 'fast-check';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../testing/start-wasm';
import { batchIndices } from './batch-indices';
import { floats, seeds, sizes } from './testing/arbitraries';
import { expectOnBoth } from './testing/on-both';

describe('einsum on WASM', () => {
  beforeAll(startWasm);

  it.each([
    [
      'ij,jk->ik',
      [
        [2, 3],
        [3, 4],
      ],
    ],
    [
      'bij,bkj->bik',
      [
        [2, 3, 4],
        [2, 5, 4],
      ],
    ],
    ['ij->ji', [[2, 3]]],
    ['ij->', [[2, 3]]],
    ['ij->j', [[2, 3]]],
    ['i,j->ij', [[2], [3]]],
    [
      'ij,ij->i',
      [
        [2, 3],
        [2, 3],
      ],
    ],
    ['i,i->', [[4], [4]]],
    ['ijk,k->ij', [[2, 3, 4], [4]]],
  ])('%s is that of the cpu backend', (equation, shapes) =>
    expectOnBoth(
      shapes.map((shape, i) => floats(shape, i)),
      (...terms) => tf.einsum(equation, ...terms),
    ),
  );
});

describe('sums by segment on WASM', () => {
  beforeAll(startWasm);

  it('are those of the cpu backend, and leave out what is in none', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -1, max: 6 }), { minLength: 1, maxLength: 12 }),
        sizes(1, 5),
        seeds,
        async (segments, width, seed) => {
          const rows = floats([segments.length, width], seed);
          const ids = { shape: [segments.length], dtype: 'int32' as const, values: segments };
          await expectOnBoth([rows, ids], (x, ids) =>
            tf.unsortedSegmentSum(x!, ids as tf.Tensor1D, 5),
          );
        },
      ),
      { numRuns: 60 },
    ));

  it('give an embedding its gradient', () =>
    expectOnBoth(
      [floats([6, 3], 1), { shape: [2, 4], dtype: 'int32', values: [0, 2, 2, 5, 5, 5, 1, 0] }],
      (table, ids) => tf.grad((table) => tf.sum(tf.square(tf.gather(table, ids!))))(table!),
    ));
});

describe('indices of a batch that is broadcast', () => {
  it('repeat what an axis of one has', () => {
    expect(batchIndices([2, 1], [2, 3])).toEqual([0, 0, 0, 1, 1, 1]);
    expect(batchIndices([3], [2, 3])).toEqual([0, 1, 2, 0, 1, 2]);
    expect(batchIndices([], [])).toEqual([0]);
    expect(batchIndices([2, 3], [2, 3])).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
