import { rules } from './rule';
import { dimensions, shape, size } from './shape-text';

function matMul(innerA: string, innerB: string, a: string, b: string): string {
  return innerB === 'undefined' || innerA === 'undefined'
    ? `\`matMul\` multiplies matrices, and was given ${shape(a)} and ${shape(b)}: make a matrix of a vector with \`.reshape([1, n])\` or \`.reshape([n, 1])\`, or use \`tf.dot\`.`
    : `In \`matMul\`, each row of the first (${innerA} numbers) meets each column of the second (${innerB} numbers), and these must be equal, but the shapes are ${shape(a)} and ${shape(b)}: check their order, or turn one around with \`.transpose()\`.`;
}

function reshape(count: string, target: string): string {
  return `\`reshape\` keeps all values, and the tensor holds ${count} where the shape ${shape(target)} has room for ${size(target)}: change the shape, or leave one size open with -1 to have it worked out.`;
}

function axis(low: string, high: string, got: string): string {
  return `The tensor has ${dimensions(high)}, so an axis is a whole number from ${low} to ${Number(high) - 1}, and it is ${got}: axis 0 is the first, and -1 the last.`;
}

/** Failures of single operations: which one, which shapes, and what to try. */
export const OPERATION_RULES = rules([
  [
    /^Error in (?:fused )?matMul: inner shapes \((\w+)\) and \((\w+)\) of Tensors with shapes (\S+) and (\S+)/,
    matMul,
  ],
  [
    /^The new shape \((\S*)\) has NaN elements and the old shape \((\S*)\)/,
    (_, got) =>
      `\`matMul\` multiplies matrices, and was given a tensor of shape ${shape(got)}: make a matrix of it with \`.reshape([1, n])\` or \`.reshape([n, 1])\`.`,
  ],
  [
    /^Error in dot: inner dimensions of inputs must match, but got (\d+) and (\d+)/,
    (a, b) =>
      `\`dot\` needs the last size of the first, ${a}, and the first size of the second, ${b}, to be equal: check their order and lengths.`,
  ],
  [
    /^Error in dot: inputs must all be rank 1 or 2, but got ranks (\d+) and (\d+)/,
    (a, b) =>
      `\`dot\` takes vectors and matrices, and was given tensors of ${a} and ${b} dimensions: use \`tf.matMul\` for stacks of matrices.`,
  ],
  [
    /^Operands could not be broadcast together with shapes (\S+) and (\S+?)\.?$/,
    (a, b) =>
      `The shapes ${shape(a)} and ${shape(b)} don't go together, since, compared from the right, two sizes must be equal or one of them 1: put a 1 where it is needed with \`.reshape([…])\` or \`.expandDims(axis)\`.`,
  ],
  [
    /^broadcastTo\(\): (\S+) cannot be broadcast to (\S+?)\.$/,
    (from, to) =>
      `\`broadcastTo\` repeats sizes that are 1, and so can't make ${shape(to)} of ${shape(from)}: reshape the tensor first, or use \`tf.tile\`.`,
  ],
  [/^Size\((\d+)\) must match the product of shape (\S+)/, reshape],
  [
    /^The implicit shape can't be a fractional number\. Got (\d+) \/ (\d+)/,
    (count, known) =>
      `\`reshape\` can't work out the size written as -1, because ${count} values don't divide by ${known}: change the other sizes.`,
  ],
  [
    /^Shapes can only have 1 implicit size/,
    '`reshape` can work out one size, and more than one is written as -1: give all others as numbers.',
  ],
  [
    /^The array must have only 1 element/,
    '`asScalar` takes a tensor with one value, and this one has more: take one out with `.slice`, or add them up with `.sum()`.',
  ],
  [
    /^Error in concat\w*: Shape of tensors\[(\d+)\] \((\S+)\) does not match the shape of the rest \((\S+)\) along the non-concatenated axis (\d+)/,
    (index, got, rest, at) =>
      `\`concat\` needs all sizes but the joined one equal, and tensor ${index} has shape ${shape(got)} where the others have ${shape(rest)}, which differ at axis ${at}: join along that axis, or reshape it.`,
  ],
  [
    /^Error in concat\w*: rank of tensors\[(\d+)\] must be the same as the rank of the rest \((\d+)\)/,
    (index, wanted) =>
      `\`concat\` needs tensors of as many dimensions each, and tensor ${index} has not the ${wanted} of the first: add one with \`.expandDims(axis)\`, or use \`tf.stack\` for a new axis.`,
  ],
  [
    /^Pass at least one tensor to (\w+)/,
    (name) => `\`${name}\` was given an empty list: check where the tensors of the list are made.`,
  ],
  [
    /^All tensors passed to stack must have matching shapes Shapes (\S*) and (\S*) must match/,
    (a, b) =>
      `\`stack\` needs tensors of one shape, and was given ${shape(a)} and ${shape(b)}: reshape them, or join along an axis that is there with \`tf.concat\`.`,
  ],
  [/^All values in axis param must be in range \[(-\d+), (\d+)\) but got axis (\S+)/, axis],
  [/^Axis = (-?\d+) is not in \[(-\d+), (\d+)\)/, (got, low, high) => axis(low, high, got)],
  [
    /^Axis must be <= rank of the tensor/,
    'The axis is larger than the number of dimensions: a new one can stand from 0, before all others, up to their number, behind them, or at -1.',
  ],
  [
    /^Error in slice\w*: begin\[(\d+)\] \+ size\[\d+\] \((\d+)\) would overflow input\.shape\[\d+\] \((\d+)\)/,
    (at, end, length) =>
      `\`slice\` takes where to begin and how many to take, and would reach ${end} at axis ${at}, which has ${length}: the second list is a length, not an end, and -1 in it means all that are left.`,
  ],
  [
    /^Error in slice\w*: Length of begin (\S+) must match the rank of the array \((\d+)\)/,
    (begin, wanted) =>
      `\`slice\` begins at ${shape(begin)}, which has more or fewer numbers than the tensor's ${dimensions(wanted)}: give one for each.`,
  ],
  [
    /^GatherV2: the index value (-?\d+) is not in \[0, (\d+)\]/,
    (index, last) =>
      `\`gather\`, which an embedding layer uses too, was given the index ${index}, and there are ${Number(last) + 1} rows, 0 to ${last}: check the indices, or make \`inputDim\` of the embedding larger.`,
  ],
  [
    /^Error in oneHot: depth must be >=2, but it is (\S+)/,
    (depth) =>
      `\`oneHot\` makes one column for each class, and its second argument, the number of classes, is ${depth}: give 2 or more, the largest label and one.`,
  ],
  [
    /^Error in (\w+):\s+Shapes (\S*) and (\S*) must match/,
    (operation, a, b) =>
      `\`${operation}\` compares value by value, and was given the shapes ${shape(a)} and ${shape(b)}: reshape one to the other, and check that rows mean examples in both.`,
  ],
  [
    /^Error in transpose: rank of input (\d+) must match length of (perm|reps) (\S+?)\.$/,
    (wanted, what, got) =>
      `\`${what === 'perm' ? 'transpose' : 'tile'}\` takes one number for each of the tensor's ${dimensions(wanted)}, and was given ${shape(got)}: give ${wanted}.`,
  ],
  [
    /^Can't squeeze axis (\d+) since its dim '(\d+)' is not 1/,
    (at, got) =>
      `\`squeeze\` takes away axes of size 1, and axis ${at} has size ${got}: leave the list of axes out to drop just those that can go.`,
  ],
  [
    /^Number of splits must evenly divide the axis/,
    '`split` makes parts of equal size, and the axis does not divide by their number: give a list of sizes, as in `tf.split(x, [3, 2])`.',
  ],
  [
    /^The sum of sizes must match the size of the axis dimension/,
    'The sizes that `split` was given do not add up to the size of the axis: change one of them, or write it as -1.',
  ],
  [
    /^Softmax along a non-last dimension is not yet supported\. Logits was rank (\d+) and dim was (-?\d+)/,
    (_, at) =>
      `\`softmax\` works along the last axis, and was given axis ${at}: turn the tensor with \`.transpose()\` before and after.`,
  ],
  [
    /^'k' passed to topk\(\) must be <= the last dimension \((\d+)\) but got (\d+)/,
    (most, k) =>
      `\`topk\` picks among the last axis, which has ${most} values, and was asked for ${k}: ask for ${most} or fewer.`,
  ],
]);
