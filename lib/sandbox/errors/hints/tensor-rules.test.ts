import { describe } from 'vitest';
import { disposed, testHints, tf, zeros } from './testing/real-failures';

/** A tensor that `tidy` has freed. */
function tidied() {
  let kept;
  tf.tidy(() => void (kept = zeros([2, 2])));
  return kept as unknown as ReturnType<typeof zeros>;
}

describe('hints: making tensors', () => {
  testHints([
    [
      'rows of two lengths',
      () => tf.tensor2d([[1, 2], [3]]),
      /^Element/,
      /row at \[1\] has 1 where the first has 2/,
    ],
    [
      'a number among rows',
      () => tf.tensor([[1, 2], 3]),
      /^Element/,
      /at \[1\] stands a single value where the first row has a list of 2/,
    ],
    [
      'too few values',
      () => tf.tensor([1, 2, 3], [2, 2]),
      /^Based on/,
      /shape \[2, 2\] needs 4 values, and the array has 3/,
    ],
    [
      'another shape than that of the rows',
      () => tf.tensor2d([[1, 2, 3]], [3, 1]),
      /^Error creating/,
      /array has shape \[1, 3\], and you gave \[3, 1\]/,
    ],
    [
      'tensor2d of a flat list',
      () => tf.tensor2d([1, 2, 3]),
      /requires shape/,
      /`tensor2d` was given a flat/,
    ],
    ['tensor2d, shape', () => tf.tensor2d([1, 2, 3], [3]), /two numbers/, /shape of 2 numbers/],
    ['tensor1d of rows', () => tf.tensor1d([[1, 2]]), /flat/, /`tensor1d` takes a flat list/],
    ['tensor3d of rows', () => tf.tensor3d([[1, 2]]), /requires values/, /nested 3 deep/],
    ['tensor4d of rows', () => tf.tensor4d([[1, 2]]), /requires values/, /nested 4 deep/],
    ['scalar of a list', () => tf.scalar([1]), /Scalar/, /`scalar` takes one number/],
    ['null', () => tf.tensor2d(null), /non-null/, /null or undefined/],
    ['a shape below 0', () => zeros([-1, 2]), /positive/, /whole numbers .* it is \[-1, 2\]/],
    ['a shape that is a number', () => zeros(3 as never), /forEach/, /`tf\.zeros\(\[3\]\)`/],
    ['buffer', () => tf.buffer([2, 2]).set(1, 0), /coordinates/, /2 dimensions, and were given 1/],
  ]);
});

describe('hints: dtypes and values', () => {
  testHints([
    [
      'float indices for oneHot',
      () => tf.oneHot(tf.tensor1d([0, 1]), 2),
      /must be int32/,
      /`oneHot` wants `indices` as int32, and it is float32: .*`tf\.oneHot\(tf\.tensor1d/,
    ],
    [
      'float indices for gather',
      () => tf.gather(zeros([3, 2]), tf.tensor1d([0, 1])),
      /must be int32/,
      /`gather` wants `indices` as int32.*`\.cast\('int32'\)`/,
    ],
    [
      'numbers for where',
      () => tf.where(zeros([2]), zeros([2]), zeros([2])),
      /must be bool/,
      /`where` wants `condition` as bool, and it is float32/,
    ],
    [
      'strings for add',
      () => tf.add(tf.tensor1d(['1']), 1),
      /string tensor/,
      /`add` computes with numbers/,
    ],
    [
      'a promise',
      () => tf.add(Promise.resolve(1), 1),
      /Promise/,
      /`add` as `a` is a promise .*`await`/,
    ],
    [
      'nothing',
      () => tf.matMul(undefined, zeros([1, 1])),
      /TensorLike/,
      /`matMul` as `a` has no value/,
    ],
  ]);
});

describe('hints: tensors that are gone', () => {
  testHints([
    ['dispose, then read', () => disposed().dataSync(), /^Tensor is disposed/, /^A tensor is gone/],
    ['dispose, then add', () => tf.add(disposed(), 1), /./, /is gone after `dispose\(\)`/],
    ['tidy, then read', () => tidied().arraySync(), /^Tensor is disposed/, /`tf\.keep\(\)`/],
    ['tidy, then matMul', () => tf.matMul(tidied(), tidied()), /backend/, /probably disposed/],
    [
      'tidy, then data',
      () => tidied().data(),
      /^Tensor is disposed/,
      /return it from `tf\.tidy\(\)`/,
    ],
  ]);
});

describe('hints: variables', () => {
  testHints([
    [
      'assign, shape',
      () => tf.variable(zeros([2])).assign(zeros([3])),
      /^shape of the new/,
      /shape, \[2\], and was given \[3\]/,
    ],
    [
      'assign, dtype',
      () => tf.variable(zeros([2])).assign(zeros([2], 'int32')),
      /^dtype of the new/,
      /dtype, float32, and was given int32: .*`\.cast\('float32'\)`/,
    ],
    [
      'assign, array',
      () => tf.variable(zeros([2])).assign([1, 2]),
      /^dtype of the new/,
      /takes a tensor of dtype float32/,
    ],
    [
      'one name twice',
      () => [1, 2].map(() => tf.variable(zeros([2]), true, 'w')),
      /already registered/,
      /variable called “w”/,
    ],
  ]);
});
