import { rules, type Rule } from './rule';
import { dimensions, rank, shape } from './shape-text';

const COMPILE =
  'The model has no loss and no optimizer yet: call `model.compile({ optimizer: …, loss: … })` on the line after the one that makes it.';

function exampleShape(role: string, wanted: string, got: string, batch: string): string {
  return role === 'input'
    ? `The model takes examples of shape ${shape(wanted)}, and these have shape ${shape(got)} (the whole is ${shape(batch)}, whose first number counts the examples): set \`inputShape: ${shape(got)}\` on the first layer, or give it examples of shape ${shape(wanted)}.`
    : `The last layer, under this loss, is taught with targets of shape ${shape(wanted)} for each example, and these have ${shape(got)} (the whole is ${shape(batch)}): ${targetRemedy(wanted, got)}.`;
}

function targetRemedy(wanted: string, got: string): string {
  const [numbers, classes] = [/^\[(\d+)\]$/.exec(got)?.[1], /^\[(\d+)\]$/.exec(wanted)?.[1]];
  if (numbers === undefined || classes === undefined) {
    return `reshape the targets to ${shape(wanted)}, or put \`flatten\` or other layers at the end of the model`;
  }
  return numbers === '1'
    ? `class numbers become such rows with \`tf.oneHot(labels, ${classes})\`, or stay as they are with the loss 'sparseCategoricalCrossentropy'`
    : `give the last layer ${numbers} as its \`units\`, or, where these are rows of one-hot labels, use the loss 'categoricalCrossentropy'`;
}

/** `[null,8]` is how a layer writes "any number of examples, each of 8". */
function wholeShape(layer: string, wanted: string, got: string): string {
  const lists = `${role(layer)} takes ${shape(wanted)}, where the first number counts the examples, and was given ${shape(got)}`;
  // A tensor of one dimension counts as that many examples of one number each.
  const [, size] = /^\[(\d+),1\]$/.exec(got) ?? [];
  const isOneExample = size !== undefined && wanted === `[null,${size}]`;
  return isOneExample
    ? `${lists}, as many examples of 1 number: make one example a batch with \`x.expandDims(0)\`.`
    : `${lists}: change \`inputShape\` of the first layer, or the shape of what you pass.`;
}

function wholeRank(layer: string, wanted: string, got: string): string {
  const remedy =
    rank(got) === Number(wanted) - 1 && layer.endsWith('_input')
      ? 'for a single example, add the dimension that counts examples with `x.expandDims(0)`'
      : layer.endsWith('_input')
        ? 'reshape it with `x.reshape([…])`'
        : 'put `tf.layers.flatten()` before the last layer, or reshape the targets';
  return `${role(layer)} takes ${dimensions(wanted)}, the first of which counts the examples, and was given ${rank(got)}, in the shape ${shape(got)}: ${remedy}.`;
}

/** The input of a sequential model is called after its first layer. */
function role(layer: string): string {
  return layer.endsWith('_input')
    ? `The first layer, “${layer.slice(0, -'_input'.length)}”,`
    : `The layer “${layer}”`;
}

const within = (method: string, pattern: RegExp, sentence: string): Rule => ({
  pattern,
  within: method,
  advise: () => sentence,
});

/** What is missing altogether shows as an error of the engine, deep inside the method that was called. */
const MISSING: Rule[] = [
  within(
    'compile',
    /'minimize'|\.minimize\b/,
    "`compile` needs an optimizer beside the loss: write `model.compile({ optimizer: 'adam', loss: 'meanSquaredError' })`.",
  ),
  within(
    'compile',
    /'loss'|\.loss\b/,
    "`compile` needs its settings: write `model.compile({ optimizer: 'adam', loss: 'meanSquaredError' })`.",
  ),
  within(
    'standardizeUserDataXY',
    /\bnull\b.*'shape'|null.*\.shape\b|"shape".*null/,
    '`fit` and `evaluate` need both the examples and their targets, and one of them is missing: write `model.fit(xs, ys, { epochs: 10 })`.',
  ),
  within(
    'predict',
    /\bundefined\b.*'length'|undefined.*\.length\b|"length".*undefined/,
    '`predict` needs a tensor of examples, and was given nothing: check that the variable has a value.',
  ),
];

/** Failures of models when they are compiled, trained and used: which shapes, and what to try. */
export const TRAINING_RULES: Rule[] = [
  ...MISSING,
  ...rules([
    [
      /^Argument 'x' passed to 'gather' must be numeric tensor, but got string tensor/,
      '`gather`, with which `fit` takes its batches, was given a tensor of strings, and a model computes with numbers: turn texts into numbers first, for example classes into 0, 1, 2 with `names.indexOf(text)`.',
    ],
    [/^The model needs to be compiled before/, COMPILE],
    [/^You must compile (?:your|a) model before/, COMPILE],
    [
      // What `fit` and `evaluate` say, as in "input expected a batch of elements where each example has shape [8] …".
      /^(input|target)\d* expected a batch of elements where each example has shape (\[.*?\]).* each with shape (\[.*?\]) \(tensor shape (\[.*?\])\)/,
      exampleShape,
    ],
    [
      /^Error when checking \w* ?: expected (\S+) to have shape (\[.*?\]) but got array with shape (\[.*?\])/,
      wholeShape,
    ],
    [
      /^Error when checking \w* ?: expected (\S+) to have (\d+) dimension\(s\)[,.] but got array with shape (\S+)/,
      wholeRank,
    ],
    [
      /^Error when checking model (input|target)? ?: ?the Array of Tensors/,
      (part) =>
        `Make one tensor of the ${part === 'target' ? 'targets' : 'inputs'}, as with \`tf.tensor2d(rows)\`: a plain array is taken for a list of tensors, one for each input or output of the model.`,
    ],
    [
      /^Input Tensors should have the same number of samples.* Found (\d+) .* and (\d+) target/,
      (inputs, targets) =>
        `There are ${inputs} examples and ${targets} targets, and each example needs its target: look where the two were cut or filtered.`,
    ],
    [
      /^No data provided for "(\S+?)"/,
      (layer) =>
        `${role(layer)} got something that is no tensor: put \`await\` before a promise, and make a tensor of an array with \`tf.tensor2d(rows)\`.`,
    ],
    [
      /^Cannot start training because another fit\(\) call is ongoing/,
      'A `fit` of this model is still going on: put `await` before each `model.fit(…)`, so that one ends before the next begins.',
    ],
    [
      /^When passing an Array as loss, it should have one entry per model output\. The model has (\d+) output\(s\), but you passed loss=(.*)\.$/,
      (outputs, given) =>
        `\`compile\` needs one loss for each output, so ${outputs}, and was given ${given === '' ? 'none' : `“${given}”`}: add \`loss: 'meanSquaredError'\`, or another, to its settings.`,
    ],
    [
      /^User-defined optimizer must be an instance of tf\.Optimizer/,
      "The `optimizer` of `compile` is neither a name nor an optimizer: write `'adam'`, or call the function that makes one, as in `tf.train.adam(0.001)`.",
    ],
    [
      /^Sequential model cannot be built: model is empty/,
      'The model has no layers: add some with `model.add(tf.layers.dense({ units: 1, inputShape: [8] }))` before you compile or use it.',
    ],
    [
      /^There are no layers in the model/,
      'The model has no layers left for `pop` to take away: add some with `model.add` first.',
    ],
    [
      /^The first layer in a Sequential model must get/,
      'Tell the first layer the shape of one example, without the number of examples: `inputShape: [8]` for rows of 8 numbers.',
    ],
    [
      /^This model has never been called/,
      'The model does not know the shape of its examples yet, so it has no weights: give the first layer `inputShape: [8]`, for rows of 8 numbers.',
    ],
  ]),
];
