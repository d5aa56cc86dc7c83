import { rules } from './rule';
import { dimensions, shape, shapes } from './shape-text';

/** What each kind of layer takes for one example, by the start of the layer's name; the first that fits counts. */
const EXAMPLES: readonly [kind: RegExp, takes: string, remedy: string][] = [
  [
    /^(conv1d|max_pooling1d|average_pooling1d|global_\w+_pooling1d|cropping1d|up_sampling1d)/,
    'sequences of shape [steps, channels]',
    'a plain row becomes one with `tf.layers.reshape({ targetShape: [n, 1] })` before it',
  ],
  [
    /^(conv2d|separable_conv2d|depthwise|\w*pooling2d|up_sampling2d|zero_padding2d|cropping2d)/,
    'images of shape [height, width, channels]',
    'give those three sizes as `inputShape` (a grey image has 1 channel), and put `flatten` after this layer, not before',
  ],
  [
    /^(lstm|gru|simple_rnn|rnn|bidirectional|conv_lstm)/,
    'sequences of shape [steps, features]',
    'give those two sizes as `inputShape`, or, where the layer before is recurrent too, give that one `returnSequences: true`',
  ],
  [
    /^flatten/,
    'examples of 2 or more dimensions',
    'leave it out, since each example is one row already',
  ],
  [/^repeat_vector/, 'one row for each example', 'put `tf.layers.flatten()` before it'],
];

function wrongRank(layer: string, wanted: string, got: string): string {
  const found = EXAMPLES.find(([kind]) => kind.test(layer));
  const takes = found === undefined ? '' : `, ${found[1]}`;
  return `The layer “${layer}” takes ${dimensions(wanted)} with the one that counts examples${takes}, and was given ${got}: ${found?.[2] ?? otherRank(wanted, got)}.`;
}

function otherRank(wanted: string, got: string): string {
  return Number(got) < Number(wanted)
    ? 'add the dimension that counts examples with `x.expandDims(0)`'
    : 'make one row of each example with `tf.layers.flatten()` before it';
}

function wrongAxis(layer: string, axis: string, wanted: string, got: string): string {
  const place = axis === '-1' ? 'as the last size' : `at axis ${axis}`;
  return `The layer “${layer}” was made for inputs with ${wanted} ${place}, and was given ${shape(got)}: reshape what you pass, or make the model for that shape.`;
}

/** Failures of layers, as models are put together or applied: which layer, which shapes, and what to try. */
export const LAYER_RULES = rules([
  [
    /^Input \d+ is incompatible with layer (\S+): expected (?:min_|max_)?ndim=(\d+), found ndim=(\d+)/,
    wrongRank,
  ],
  [
    /^Input \d+ is incompatible with layer (\S+): expected axis (-?\d+) of input shape to have value (\d+) but got shape (\S+?)\.?$/,
    wrongAxis,
  ],
  [
    /^Input \d+ is incompatible with layer (\S+): expected shape=(\S*), found shape=(\S+?)\.?$/,
    (layer, wanted, got) =>
      `The layer “${layer}” was made for the shape ${shape(wanted)}, and was given ${shape(got)}: reshape what you pass, or change \`inputShape\`.`,
  ],
  [
    /^Negative dimension size caused by adding layer (\S+) with input shape (\S+)/,
    (layer, got) =>
      `The window of the layer “${layer}” is larger than what it is given, ${shape(got)}: make \`kernelSize\` or \`poolSize\` smaller, set \`padding: 'same'\`, or shrink less before it.`,
  ],
  [
    /^The shape of the input to "Flatten" is not fully defined \(got (\S*)\)/,
    (got) =>
      `The layer \`flatten\` has to know every size of an example, and was given [${shape(got).slice(1, -1)}] for one: write numbers in place of null in \`inputShape\`.`,
  ],
  [
    /^Total size of new array must be unchanged/,
    'The layer `reshape` keeps all numbers of an example, and its `targetShape` has room for more or fewer than it is given: change the sizes, or write one of them as -1 to have it worked out.',
  ],
  [
    /^Axis (\d+) of input tensor should have a defined dimension but the layer received an input with shape (\S+?)\.$/,
    (axis, got) =>
      `The layer \`batchNormalization\` keeps a mean for each place along its axis ${axis}, and the input of shape ${shape(got)} has no known size there: set \`axis: -1\`, and give numbers for every size of \`inputShape\`.`,
  ],
  [
    /^A `Concatenate` layer requires inputs with matching shapes except for the concat axis\. Got input shapes: (\[\[.*\]\])/,
    (got) =>
      `The layer \`concatenate\` joins along one axis and needs all other sizes equal, and was given ${shapes(got)}: choose another \`axis\`, or reshape one of them.`,
  ],
  [
    /^A `Concatenate` layer should be called on a list of at least 2 inputs/,
    'The layer `concatenate` joins two or more inputs, and was given one: call it as `tf.layers.concatenate().apply([a, b])` in a model made with `tf.model`.',
  ],
  [
    /^A merge layer should be called on an Array of at least 2 inputs\. Got (\d+)/,
    (count) =>
      `A layer like \`add\` or \`multiply\` takes a list of two or more inputs, and was given ${count}: call it as \`tf.layers.add().apply([a, b])\` in a model made with \`tf.model\`, since \`tf.sequential\` has one path only.`,
  ],
  [
    /^Operands could not be broadcast together with shapes (\[.*?\]) (\[.*?\])$/,
    (a, b) =>
      `A layer like \`add\` or \`multiply\` joins examples of equal shapes, and was given ${shape(a)} and ${shape(b)}: bring both to one size first, for example with \`tf.layers.dense\`.`,
  ],
  [
    /^Layer (\S+) expects (\d+) inputs, but it received (\d+) input tensors/,
    (layer, wanted, got) =>
      `The layer “${layer}” takes ${wanted} tensor at a time, and was given a list of ${got}: pass one tensor, and make one of numbers with \`tf.tensor2d\`.`,
  ],
  [
    /^TimeDistributed layer expects an input shape >= 3D, but received input shape (\S+)/,
    (got) =>
      `The layer \`timeDistributed\` takes sequences, of shape [examples, steps, features], and was given ${shape(got)}: give \`inputShape\` two sizes.`,
  ],
  [
    /^Dimension incompatibility: (\d+) !== (\d+)$/,
    (a, b) =>
      `The layer \`dot\` multiplies along axes of equal size, and was given ${a} and ${b}: choose other \`axes\`, or bring both inputs to one size.`,
  ],
  [
    /^Layer weight shape (\S+) not compatible with provided weight shape (\S+)/,
    (wanted, got) =>
      `\`setWeights\` was given a weight of shape ${shape(got)} where the layer has ${shape(wanted)}: pass the weights in the order and shapes that \`getWeights()\` gives.`,
  ],
  [
    /^You called setWeights\(weights\) on layer "(\S+)" with a weight list of length (\d+), but the layer was expecting (\d+)/,
    (layer, got, wanted) =>
      `\`setWeights\` of “${layer}” takes ${wanted} tensors, and was given ${got}: pass one for each that \`getWeights()\` gives.`,
  ],
  [
    /^Graph disconnected: cannot obtain value for tensor .* at layer "(\S+?)"/,
    (layer) =>
      `The output of \`tf.model\` depends on the input “${layer}”, which is not among its \`inputs\`: make each \`tf.input\` once, keep it in a variable, and pass that same one to the layers and to \`tf.model\`.`,
  ],
  [
    /^Layer (\S+) has no inbound nodes/,
    (layer) =>
      `The layer “${layer}” has no input yet, so no output either: apply it to an input, or add it to a model, first.`,
  ],
]);
