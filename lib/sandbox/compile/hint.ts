import { SHAPE_RULES } from './hint-shapes';

/** A failure known by its message, and what to try; the groups of the pattern are given to `advise` in order. */
export type Rule = { pattern: RegExp; advise(...groups: string[]): string };

/**
 * What to try, for the failures that readers meet most with TensorFlow.js 4.22; undefined for all others.
 * The messages are those of tfjs-core, tfjs-layers, and of V8, Firefox and Safari for names.
 */
export function hint({ message }: { name: string; message: string }): string | undefined {
  for (const { pattern, advise } of RULES) {
    const match = pattern.exec(message);
    if (match !== null) return advise(...match.slice(1).map((group) => group ?? ''));
  }
  return undefined;
}

const unknownName = (name: string) =>
  name === 'require'
    ? 'There is no `require` here. `tf` is already there; put other code into a cell.'
    : `No cell declares \`${name}\`. Check its spelling, or declare it with \`const ${name} = …\`; a name that a cell imports, or declares inside braces or a function, is not seen by the other cells.`;

const usedEarly = (name: string) =>
  `\`${name}\` is used above the line that declares it. Move the declaration up; if you meant another \`${name}\`, one that is already there like \`data\` or \`tf\`, give yours a different name.`;

const COMPILE =
  'Call `model.compile({ optimizer: …, loss: … })` on the line after the one that makes the model.';

const DISPOSED =
  'A tensor is gone after `dispose()`, and at the end of the `tf.tidy()` that made it. Return it from `tf.tidy()`, or wrap it in `tf.keep()`, or dispose of it later.';

const GRADIENT =
  'The loss has to be computed from the variables by TensorFlow.js operations, inside the function. Values taken out with `dataSync()`, `arraySync()` or `data()` cut the way back.';

const NAME_RULES: Rule[] = [
  { pattern: /^([\p{L}\p{N}_$]+) is not defined$/u, advise: unknownName },
  { pattern: /^Can't find variable: ([\p{L}\p{N}_$]+)$/u, advise: unknownName },
  { pattern: /^Cannot access '([^']+)' before initialization/, advise: usedEarly },
  {
    pattern: /^can't access lexical declaration '([^']+)' before initialization/,
    advise: usedEarly,
  },
];

const MODEL_RULES: Rule[] = [
  { pattern: /^The model needs to be compiled before/, advise: () => COMPILE },
  { pattern: /^You must compile (?:your|a) model before/, advise: () => COMPILE },
  {
    pattern: /^Unknown loss (.+)/,
    advise: (name) =>
      `There is no loss called “${name}”. Often used are 'meanSquaredError', 'binaryCrossentropy' and 'categoricalCrossentropy'.`,
  },
  {
    pattern: /^Unknown Optimizer (.+)/,
    advise: (name) =>
      `There is no optimizer called “${name}”. Often used are 'adam', 'sgd' and 'rmsprop', or \`tf.train.adam(0.001)\` to choose the learning rate.`,
  },
  {
    pattern: /^Unknown activation: (\S+)\./,
    advise: (name) =>
      `There is no activation called “${name}”. Often used are 'relu', 'sigmoid', 'tanh', 'softmax' and 'linear'.`,
  },
];

const TENSOR_RULES: Rule[] = [
  { pattern: /^Tensor is disposed/, advise: () => DISPOSED },
  {
    // What the kernels of a backend say of a disposed tensor, in V8's words.
    pattern: /^Cannot read properties of undefined \(reading 'backend'\)/,
    advise: () => `One of the tensors is probably disposed. ${DISPOSED}`,
  },
  {
    pattern: /^Argument '(\w+)' passed to '(\w+)' must be a Tensor or TensorLike, but got '(\w+)'/,
    advise: (argument, operation, type) =>
      type === 'Promise'
        ? `Put \`await\` before what you pass to \`${operation}\` as \`${argument}\`: it is a promise of a value, not yet the value.`
        : `What you pass to \`${operation}\` as \`${argument}\` has no value that a tensor can be made of. Show it on a line of its own to see what it is.`,
  },
  {
    pattern: /^Argument '(\w+)' passed to '(\w+)' must be (\w+) tensor, but got (\w+) tensor/,
    advise: (argument, operation, wanted, got) =>
      `\`${operation}\` wants \`${argument}\` as ${wanted}, and it is ${got}. Convert it with \`.cast('${wanted}')\`, or make it with '${wanted}' as its dtype.`,
  },
  { pattern: /^Cannot find a connection between any variable/, advise: () => GRADIENT },
  { pattern: /^Cannot compute gradient of y=f\(x\)/, advise: () => GRADIENT },
];

const RULES: readonly Rule[] = [...NAME_RULES, ...MODEL_RULES, ...SHAPE_RULES, ...TENSOR_RULES];
