import { rules } from './rule';

const NAMES: Record<string, [thing: string, often: string]> = {
  loss: ['loss', "'meanSquaredError', 'binaryCrossentropy' and 'categoricalCrossentropy'"],
  Optimizer: [
    'optimizer',
    "'adam', 'sgd' and 'rmsprop', or `tf.train.adam(0.001)` to choose the learning rate",
  ],
  metric: ['metric', "'accuracy', 'mse' and 'mae'"],
  activation: ['activation', "'relu', 'sigmoid', 'tanh', 'softmax' and 'linear'"],
  initializer: ['initializer', "'glorotUniform', 'heNormal', 'zeros' and 'ones'"],
  regularizer: ['regularizer', "'l1l2', or `tf.regularizers.l2({ l2: 0.01 })`"],
  constraint: ['constraint', "'nonNeg', 'maxNorm' and 'unitNorm'"],
};

function unknown(kind: string, name: string): string {
  const [thing, often] = NAMES[kind] ?? [kind, ''];
  return `There is no ${thing} called “${name}”: check the spelling, and know that often used are ${often}.`;
}

/** A setting of a layer that has to be a whole number, and what it counts. */
const COUNTS: Record<string, string> = {
  units: 'how many numbers the layer gives for each example, as in `{ units: 8 }`',
  filters: 'how many feature maps the layer gives, as in `{ filters: 8, kernelSize: 3 }`',
  inputDim:
    'how many different whole numbers may come in, as in `{ inputDim: 1000, outputDim: 16 }`',
  outputDim: 'how many numbers stand for each word, as in `{ inputDim: 1000, outputDim: 16 }`',
};

function notACount(setting: string, got: string): string {
  const what = COUNTS[setting];
  return what === undefined
    ? `\`${setting}\` has to be a whole number of 1 or more, and it is ${got}: round it, and check where it is computed.`
    : `The layer needs \`${setting}\`, a whole number of 1 or more, and it is ${got}: say ${what}.`;
}

const CONV = "`tf.layers.conv2d({ filters: 8, kernelSize: 3, activation: 'relu' })`";

/** Names and settings that a layer or `compile` doesn't take, and those that it misses. */
export const SETTING_RULES = rules([
  [/^Unknown (loss|Optimizer|metric) (.+)/, unknown],
  [/^Unknown (activation|initializer|regularizer|constraint): (.*?)\. This/, unknown],
  [
    /^Convolution layer expected config\.filters to be a 'number' > 0 but got (.+)/,
    (got) => notACount('filters', got),
  ],
  [/^Expected (?:element \d+ of )?(\w+) to be a positive integer, but got (.+?)\.$/, notACount],
  [
    /^required key '(\w+)' not in config/,
    (key) => `The layer needs \`${key}\`: give it in its settings, as in ${CONV}.`,
  ],
  [
    /^The (\w+) argument must be an integer or tuple of (\d+) integers\. Received: (\d+) elements/,
    (setting, wanted, got) =>
      `\`${setting}\` takes one whole number or a list of ${wanted}, and was given a list of ${got}: write 3 for a window of 3 in each direction.`,
  ],
  [
    /^(.*) is not a valid PaddingMode/,
    (name) =>
      `There is no padding called “${name}”: it is 'valid' (none) or 'same' (as much as keeps height and width).`,
  ],
  [
    /^rate must be a float in the range \[0, 1\), but got (\S+?)\.?$/,
    (rate) =>
      `The rate of \`dropout\` is the share of values to leave out, from 0 to below 1, and it is ${rate}: write 0.5 for half of them.`,
  ],
  [
    /^Please provide to Input either a `shape`/,
    '`tf.input` needs the shape of one example, without the number of examples: write `tf.input({ shape: [8] })` for rows of 8 numbers.',
  ],
  [
    /^No such layer: (.+)/,
    (name) =>
      `The model has no layer called “${name}”: \`model.summary()\` lists the names, and \`name: '${name}'\` in a layer’s settings gives it that one.`,
  ],
  [
    /^If an RNN is stateful, it needs to know its batch size/,
    'A recurrent layer with `stateful: true` has to know the number of examples too: give it `batchInputShape: [examples, steps, features]` in place of `inputShape`, or leave `stateful` out.',
  ],
  [
    /^Unknown data ?type (.+)/,
    (name) => `There is no dtype called “${name}”: use 'float32', 'int32', 'bool' or 'string'.`,
  ],
  [
    /^batchSize is required to be a positive integer, but got (.+)/,
    (got) =>
      `The \`batchSize\` of \`fit\` is the number of examples for one step, 1 or more, and it is ${got}: leave it out for 32.`,
  ],
]);
