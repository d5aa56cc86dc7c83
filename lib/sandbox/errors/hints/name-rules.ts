import { rules } from './rule';
import { WHERE_IN_TF } from './where-in-tf';

const unknownName = (name: string) =>
  name === 'require'
    ? 'There is no `require` here: `tf` is already there, and other code goes into a cell.'
    : `No cell declares \`${name}\`: check its spelling, or declare it with \`const ${name} = …\` outside of braces and functions, since a name inside them, or one that a cell imports, is not seen by the other cells.`;

const usedEarly = (name: string) =>
  `\`${name}\` is used above the line that declares it: move the declaration up, or, if you meant another \`${name}\`, one that is already there like \`data\` or \`tf\`, give yours a different name.`;

/** What tensors, models and the promises of `fit` have that a promise has not. */
const ON_TENSORS =
  /^(data|dataSync|array|arraySync|print|dispose|add|sub|mul|div|matMul|dot|reshape|mean|sum|max|min|argMax|slice|gather|sqrt|square|expandDims|squeeze|transpose|cast|toFloat|toInt)$/;

function noMethod(owner: string, method: string): string {
  if (owner === 'tf') return `\`tf\` has no function \`${method}\`: ${WHERE_IN_TF}.`;
  const lower = method[0]?.toLowerCase() + method.slice(1);
  if (owner === 'tf.layers') {
    return `There is no layer \`tf.layers.${method}\`: the names begin with a small letter${lower === method ? ', and a letter may be wrong' : `, as in \`tf.layers.${lower}\``}.`;
  }
  return ON_TENSORS.test(method)
    ? `\`${owner}\` is no tensor, so it has no \`${method}\`: put \`await\` before it if it is a promise, or wrap numbers in \`tf.tensor(…)\`.`
    : `\`${owner}\` has no function \`${method}\`: check the spelling, and show \`${owner}\` on a line of its own to see what it is.`;
}

const OF_NOTHING = (property: string) =>
  `Something is undefined or null, and its \`${property}\` was asked for: show what stands before \`.${property}\` on a line of its own, and put \`await\` before it if it comes from a promise.`;

/** Failures of names and values, in the words of V8, Firefox and Safari. */
export const NAME_RULES = rules([
  [/^([\p{L}\p{N}_$]+) is not defined$/u, unknownName],
  [/^Can't find variable: ([\p{L}\p{N}_$]+)$/u, unknownName],
  [/^Cannot access '([^']+)' before initialization/, usedEarly],
  [/^can't access lexical declaration '([^']+)' before initialization/, usedEarly],
  [/^([\p{L}_$][\p{L}\p{N}_$.]*)\.([\p{L}\p{N}_$]+) is not a function/u, noMethod],
  [
    /^Class constructor (\w+) cannot be invoked without 'new'/,
    (name) => `\`${name}\` is a class: write \`new ${name}(…)\`.`,
  ],
  [
    /^Assignment to constant variable/,
    'A name declared with `const` keeps its value: declare it with `let` to give it another.',
  ],
]);

/** Asked last, since TensorFlow.js's own mistakes in its arguments show in these words too. */
export const NOTHING_RULES = rules([
  [/^Cannot read properties of (?:undefined|null) \(reading '([\p{L}\p{N}_$]+)'\)/u, OF_NOTHING],
  [/^can't access property "([\p{L}\p{N}_$]+)"/u, OF_NOTHING],
  [/^(?:undefined|null) is not an object \(evaluating '.*\.([\p{L}\p{N}_$]+)'\)/u, OF_NOTHING],
]);
