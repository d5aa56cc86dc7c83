import { rules } from './rule';
import { dimensions, shape } from './shape-text';

const FREED =
  'is gone after `dispose()`, and at the end of the `tf.tidy()` that made it: return it from `tf.tidy()`, wrap it in `tf.keep()`, or dispose of it later';

const REMADE = 'run the cell that makes it again, or dispose of it later';

function dtype(argument: string, operation: string, wanted: string, got: string): string {
  if (got === 'string')
    return `\`${operation}\` computes with numbers, and \`${argument}\` is a tensor of strings: make numbers of the texts first, as with \`rows.map(Number)\`.`;
  const note =
    operation === 'oneHot' ? ", as in `tf.oneHot(tf.tensor1d(labels, 'int32'), classes)`" : '';
  return `\`${operation}\` wants \`${argument}\` as ${wanted}, and it is ${got}: convert it with \`.cast('${wanted}')\`, or make it with '${wanted}' as its dtype${note}.`;
}

function notATensor(argument: string, operation: string, type: string): string {
  return type === 'Promise'
    ? `What you pass to \`${operation}\` as \`${argument}\` is a promise of a value, not yet the value: put \`await\` before it.`
    : `What you pass to \`${operation}\` as \`${argument}\` has no value that a tensor can be made of: show it on a line of its own to see what it is.`;
}

/** Failures of tensors as they are made, kept and changed. */
export const TENSOR_RULES = rules([
  [/^Tensor is disposed/, `A tensor ${FREED}.`],
  [
    // What the kernels of a backend say of a disposed tensor, in the words of V8, Firefox and Safari.
    /^Cannot read properties of undefined \(reading 'backend'\)|^can't access property "backend"|undefined is not an object \(evaluating '.*\.backend'\)/,
    `One of the tensors is probably disposed, and a tensor ${FREED}.`,
  ],
  [
    /^LayersVariable (\S+) is already disposed/,
    (name) => `The weight “${name}” of the model is disposed: ${REMADE}.`,
  ],
  [
    /^(Layer|Container) '(\S+)' is already disposed/,
    (kind, name) =>
      `The ${kind === 'Layer' ? 'layer' : 'model'} “${name}” is disposed, with its weights: ${REMADE}.`,
  ],
  [
    /^Argument '(\w+)' passed to '(\w+)' must be a Tensor or TensorLike, but got '(\w+)'/,
    notATensor,
  ],
  [/^Argument '(\w+)' passed to '(\w+)' must be (\w+) tensor, but got (\w+) tensor/, dtype],
  [
    /^Based on the provided shape, (\[.*?\]), the tensor should have (\d+) values but has (\d+)/,
    (target, wanted, got) =>
      `The shape ${shape(target)} needs ${wanted} values, and the array has ${got}: change the shape, or leave it out for nested arrays.`,
  ],
  [
    /^Error creating a new Tensor\. Inferred shape \((\S*)\) does not match the provided shape \((\S*)\)/,
    (got, given) =>
      `The nested array has shape ${shape(got)}, and you gave ${shape(given)}: leave the shape out, or change it with \`.reshape(${shape(given)})\` afterwards.`,
  ],
  [
    /^Element arr((?:\[\d+\])+) should have (\d+) elements, but has (\d+) elements/,
    (place, wanted, got) =>
      `All rows must be of one length, and the row at ${place} has ${got} where the first has ${wanted}: fill it up, or leave it out.`,
  ],
  [
    /^Element arr((?:\[\d+\])+) (?:is a primitive, but should be an array\/TypedArray of (\d+) elements|should be a primitive, but is an array of (\d+) elements)/,
    (place, wanted, got) =>
      `All rows must be of one length, and at ${place} stands ${wanted === '' ? `a list of ${got}` : 'a single value'} where the first row has ${wanted === '' ? 'a single value' : `a list of ${wanted}`}: make them alike.`,
  ],
  [
    /^tensor(\d)d\(\) requires shape to be provided when `values` are a flat/,
    (rank) =>
      `\`tensor${rank}d\` was given a flat list, which does not say how it is divided: give the shape as the second argument, ${dimensions(rank)} as in [rows, columns], or nest the array.`,
  ],
  [
    /^tensor(\d)d\(\) requires shape to have \w+ numbers/,
    (rank) =>
      `\`tensor${rank}d\` takes a shape of ${rank} numbers: give one size for each dimension, or use \`tf.tensor\` for any number of them.`,
  ],
  [
    /^tensor(\d)d\(\) requires values to be number((?:\[\])+) or flat/,
    (rank, brackets) =>
      `\`tensor${rank}d\` takes an array nested ${brackets.length / 2} deep, or a flat one with its shape, and was given another: use \`tf.tensor\`, which takes any depth, or nest it once more.`,
  ],
  [
    /^tensor1d\(\) requires values to be a flat/,
    '`tensor1d` takes a flat list of numbers, and was given a nested one: use `tf.tensor2d` for rows, or flatten it with `.flat()`.',
  ],
  [
    /^Error creating a new Scalar: value must be a primitive/,
    '`scalar` takes one number, and was given a list or an object: use `tf.tensor1d` for a list.',
  ],
  [
    /^The input to the tensor constructor must be a non-null value/,
    'The values for the tensor are null or undefined: show them on a line of their own to see where they are lost.',
  ],
  [
    /^Tensor must have a shape comprised of positive integers but got shape (\[.*?\])/,
    (got) =>
      `A shape is a list of whole numbers of 0 or more, and it is ${shape(got)}: check what it is computed from, and for a layer give every size of \`inputShape\`.`,
  ],
  [
    /^shape\.forEach is not a function/,
    'A shape is a list, also of a single size: write `tf.zeros([3])` in place of `tf.zeros(3)`.',
  ],
  [
    /^shape of the new value \((\S*)\) and previous value \((\S*)\) must match/,
    (got, wanted) =>
      `\`assign\` keeps a variable's shape, ${shape(wanted)}, and was given ${shape(got)}: reshape the new value, or make another variable.`,
  ],
  [
    /^dtype of the new value \((\w+)\) and previous value \((\w+)\) must match/,
    (got, wanted) =>
      got === 'undefined'
        ? `\`assign\` takes a tensor of dtype ${wanted}, and was given something else: wrap it in \`tf.tensor(…)\`.`
        : `\`assign\` keeps a variable's dtype, ${wanted}, and was given ${got}: convert the new value with \`.cast('${wanted}')\`.`,
  ],
  [
    /^Variable with name (\S+) was already registered/,
    (name) =>
      `A variable called “${name}” is there already: leave the name out, or dispose of the first one before.`,
  ],
  [
    /^The number of provided coordinates \((\d+)\) must match the rank \((\d+)\)/,
    (got, wanted) =>
      `\`set\` and \`get\` of a buffer take one place for each of its ${dimensions(wanted)}, and were given ${got}: write \`buffer.set(value, row, column)\`.`,
  ],
]);
