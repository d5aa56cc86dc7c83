import { describe } from 'vitest';
import { testHints, tf, zeros } from './testing/real-failures';

const int = (...values: number[]) => tf.tensor1d(values, 'int32');

describe('hints: arithmetic', () => {
  testHints([
    [
      'matMul',
      () => tf.matMul(zeros([2, 3]), zeros([4, 5])),
      /^Error in matMul/,
      /\(3 numbers\).*\(4 numbers\).*shapes are \[2, 3\] and \[4, 5\]/,
    ],
    [
      'matMul of vectors',
      () => tf.matMul(zeros([3]), zeros([3])),
      /^Error in matMul/,
      /was given \[3\] and \[3\]: make a matrix/,
    ],
    [
      'matMul of a vector and a matrix',
      () => tf.matMul(zeros([3]), zeros([3, 1])),
      /NaN elements/,
      /`matMul` .* given a tensor of shape \[3\]/,
    ],
    [
      'dot',
      () => tf.dot(zeros([3]), zeros([4])),
      /^Error in dot/,
      /`dot` .*, 3, .*, 4, to be equal/,
    ],
    [
      'dot of stacks',
      () => tf.dot(zeros([2, 3, 3]), zeros([4, 3])),
      /^Error in dot/,
      /tensors of 3 and 2 dimensions/,
    ],
    [
      'add',
      () => tf.add(zeros([2, 3]), zeros([2, 4])),
      /^Operands/,
      /shapes \[2, 3\] and \[2, 4\] don't go together/,
    ],
    [
      'broadcastTo',
      () => tf.broadcastTo(zeros([2, 3]), [2, 4]),
      /^broadcastTo/,
      /can't make \[2, 4\] of \[2, 3\]/,
    ],
    [
      'a loss of two shapes',
      () => tf.losses.meanSquaredError(zeros([2, 3]), zeros([2, 4])),
      /must match/,
      /`meanSquaredError` .* \[2, 3\] and \[2, 4\]/,
    ],
    ['softmax', () => tf.softmax(zeros([2, 3]), 0), /^Softmax/, /last axis, and was given axis 0/],
    ['topk', () => tf.topk(zeros([3]), 5), /topk/, /has 3 values, and was asked for 5/],
    ['sum', () => zeros([2, 3]).sum(2), /axis 2/, /2 dimensions, .* from -2 to 1, and it is 2:/],
  ]);
});

describe('hints: joining and cutting', () => {
  testHints([
    [
      'concat',
      () => tf.concat([zeros([2, 3]), zeros([3, 4])]),
      /^Error in concat/,
      /tensor 1 has shape \[3, 4\] where the others have \[2, 3\], which differ at axis 1/,
    ],
    [
      'concat of other ranks',
      () => tf.concat([zeros([2, 3]), zeros([3])]),
      /^Error in concat/,
      /tensor 1 has not the 2 of the first/,
    ],
    [
      'concat of nothing',
      () => tf.concat([]),
      /^Pass at least/,
      /`concat` was given an empty list/,
    ],
    [
      'stack',
      () => tf.stack([zeros([2]), zeros([3])]),
      /stack must/,
      /`stack` needs tensors of one shape, and was given \[2\] and \[3\]/,
    ],
    [
      'unstack',
      () => tf.unstack(zeros([2]), 3),
      /^Axis =/,
      /1 dimension, .* from -1 to 0, and it is 3/,
    ],
    ['expandDims', () => zeros([2]).expandDims(4), /^Axis must/, /axis is larger than/],
    [
      'reshape',
      () => zeros([2, 3]).reshape([4, 2]),
      /^Size/,
      /holds 6 where the shape \[4, 2\] has room for 8/,
    ],
    [
      'reshape with -1',
      () => zeros([2, 3]).reshape([-1, 4]),
      /fractional/,
      /6 values don't divide by 4/,
    ],
    ['reshape with -1 twice', () => zeros([2]).reshape([-1, -1]), /implicit/, /work out one size/],
    ['asScalar', () => zeros([2, 3]).asScalar(), /only 1/, /`asScalar` takes a tensor with one/],
    [
      'slice',
      () => zeros([4, 3]).slice([2, 0], [3, 3]),
      /overflow/,
      /would reach 5 at axis 0, which has 4: the second list is a length/,
    ],
    [
      'slice of other rank',
      () => zeros([4]).slice([0, 0], [1, 1]),
      /^Error in slice/,
      /begins at \[0, 0\].* tensor's 1 dimension:/,
    ],
    [
      'gather',
      () => tf.gather(zeros([3, 2]), int(0, 7)),
      /^GatherV2/,
      /index 7, and there are 3 rows, 0 to 2/,
    ],
    [
      'split',
      () => tf.split(zeros([5, 2]), 2),
      /^Number of splits/,
      /`split` makes parts of equal/,
    ],
    ['split by sizes', () => tf.split(zeros([5, 2]), [2, 2]), /^The sum/, /do not add up/],
    ['squeeze', () => zeros([2, 1]).squeeze([0]), /^Can't squeeze/, /axis 0 has size 2/],
    [
      'transpose',
      () => tf.transpose(zeros([2, 3]), [0, 1, 2]),
      /^Error in transpose/,
      /`transpose` .* 2 dimensions, and was given \[0, 1, 2\]/,
    ],
    ['tile', () => tf.tile(zeros([2, 3]), [2]), /reps/, /`tile` takes one number/],
    [
      'oneHot of one class',
      () => tf.oneHot(int(0), 1),
      /^Error in oneHot/,
      /number of classes, is 1/,
    ],
  ]);
});
