import type { Rule } from './hint';

/** "2,3" and "[2,3]" to "[2, 3]". */
const shape = (text: string) =>
  `[${text
    .replace(/[[\]\s]/g, '')
    .split(',')
    .join(', ')}]`;

/** The size of what has this shape; NaN where a size is left open. */
const size = (text: string) =>
  text
    .replace(/[[\]]/g, '')
    .split(',')
    .reduce((product, part) => product * Number(part), 1);

function exampleShape(role: string, wanted: string, got: string, batch: string): string {
  return role === 'input'
    ? `The model takes examples of shape ${shape(wanted)}, and these have shape ${shape(got)} (the whole is ${shape(batch)}; its first number counts the examples). Set \`inputShape: ${shape(got)}\` on the first layer, or give it examples of shape ${shape(wanted)}.`
    : `The last layer gives ${shape(wanted)} for each example, and the targets have ${shape(got)} (the whole is ${shape(batch)}). ${targetRemedy(wanted, got)}`;
}

function targetRemedy(wanted: string, got: string): string {
  return /^\[\d+\]$/.test(got)
    ? `Give the last layer ${got.slice(1, -1)} as its \`units\`, or reshape the targets to ${shape(wanted)}; class numbers become such rows with \`tf.oneHot\`.`
    : `Reshape the targets to ${shape(wanted)}, or change the last layer.`;
}

/** `[null,8]` is how a layer writes "any number of examples, each of 8". */
function predictShape(layer: string, wanted: string, got: string): string {
  const open = wanted.replace('null', 'any');
  return `The model's “${layer}” takes ${shape(open)}, where the first number counts the examples, and was given ${shape(got)}. Change \`inputShape\` of the first layer, or the shape of what you pass.`;
}

function wrongRank(layer: string, wanted: string, got: string): string {
  const rank = got.replace(/[[\]\s]/g, '').split(',').length;
  const advice =
    rank === Number(wanted) - 1
      ? 'For a single example, add the dimension that counts examples: `x.expandDims(0)`.'
      : 'Reshape it with `x.reshape([…])`.';
  return `The model's “${layer}” takes a tensor of ${wanted} dimensions, the first of which counts the examples, and was given one of ${rank}, ${shape(got)}. ${advice}`;
}

function layerRank(layer: string, wanted: string, got: string): string {
  const image = /^conv2d|pooling2d/i.test(layer)
    ? ' It takes images of shape [height, width, channels]: a grey image has 1 channel.'
    : ' `tf.layers.flatten()` before it makes one row of each example.';
  return `The layer “${layer}” takes ${wanted} dimensions, the first of which counts the examples, and was given ${got}.${image}`;
}

function matMul(innerA: string, innerB: string, a: string, b: string): string {
  return `In \`matMul\`, each row of the first (${innerA} numbers) meets each column of the second (${innerB} numbers), so these must be equal: [n, k] times [k, m]. Here they are ${shape(a)} and ${shape(b)}. Check their order, or turn one around with \`.transpose()\`.`;
}

function broadcast(a: string, b: string): string {
  return `The shapes ${shape(a)} and ${shape(b)} don't go together: compared from the right, two sizes must be equal, or one of them 1. \`.reshape([…])\` or \`.expandDims(axis)\` can put a 1 where it is needed.`;
}

function reshape(count: string, target: string): string {
  return `The tensor holds ${count} values, and the shape ${shape(target)} has room for ${size(target)}. Leave one size open with -1 to have it worked out.`;
}

/** Failures of shapes: which layer or operation, which shapes, and what to try. */
export const SHAPE_RULES: Rule[] = [
  {
    // What `fit` and `evaluate` say, as in "input expected a batch of elements where each example has shape [8] …".
    pattern:
      /^(input|target)\d* expected a batch of elements where each example has shape (\[.*?\]).* each with shape (\[.*?\]) \(tensor shape (\[.*?\])\)/,
    advise: exampleShape,
  },
  {
    pattern:
      /^Error when checking \w* ?: expected (\S+) to have shape (\[.*?\]) but got array with shape (\[.*?\])/,
    advise: predictShape,
  },
  {
    pattern:
      /^Error when checking \w* ?: expected (\S+) to have (\d+) dimension\(s\)[,.] but got array with shape (\S+)/,
    advise: wrongRank,
  },
  {
    pattern: /^Error when checking model (input|target): the Array of Tensors/,
    advise: (role) =>
      `Make one tensor of the ${role === 'input' ? 'inputs' : 'targets'}, as with \`tf.tensor2d(rows)\`: a plain array is taken for a list of tensors.`,
  },
  {
    pattern:
      /^Input Tensors should have the same number of samples.* Found (\d+) .* and (\d+) target/,
    advise: (inputs, targets) =>
      `There are ${inputs} examples and ${targets} targets, and each example needs its target. Look where the two were cut or filtered.`,
  },
  {
    pattern:
      /^Input \d+ is incompatible with layer (\S+): expected axis -?\d+ of input shape to have value (\d+) but got shape (\S+?)\.?$/,
    advise: (layer, wanted, got) =>
      `The layer “${layer}” was made for examples of ${wanted} numbers, and was given the shape ${shape(got)}.`,
  },
  {
    pattern:
      /^Input \d+ is incompatible with layer (\S+): expected (?:min_|max_)?ndim=(\d+), found ndim=(\d+)/,
    advise: layerRank,
  },
  {
    pattern: /^The first layer in a Sequential model must get/,
    advise: () =>
      'Tell the first layer the shape of one example, without the number of examples: `inputShape: [8]` for rows of 8 numbers.',
  },
  {
    pattern:
      /^Error in (?:fused )?matMul: inner shapes \((\d+)\) and \((\d+)\) of Tensors with shapes (\S+) and (\S+)/,
    advise: matMul,
  },
  {
    pattern: /^Operands could not be broadcast together with shapes (\S+) and (\S+?)\.?$/,
    advise: broadcast,
  },
  { pattern: /^Size\((\d+)\) must match the product of shape (\S+)/, advise: reshape },
  {
    pattern:
      /^Based on the provided shape, (\[.*?\]), the tensor should have (\d+) values but has (\d+)/,
    advise: (target, wanted, got) =>
      `The shape ${shape(target)} needs ${wanted} values, and the array has ${got}. Change the shape, or leave it out for nested arrays.`,
  },
];
