import type { Step } from '../rule';
import type * as tf from '@tensorflow/tfjs-core';
import type { Update } from './pass';
import { put } from './put';

/** One formula of a rule, taken apart. */
export type Formula = {
  text: string;
  /** The tensors in it, as the formula names them. */
  tensors: string[];
  /** The numbers in it. */
  numbers: string[];
};

const cache = new Map<string, Formula>();

/** Takes a formula apart: one letter, perhaps with a 1, is a tensor, and a word that has a value a number. */
export function parseFormula(text: string, numbers: Step['numbers']): Formula {
  const parsed = cache.get(text);
  if (parsed !== undefined) return parsed;
  const words = [...new Set(text.match(/[a-z]\w*/g))];
  const formula = {
    text,
    tensors: words.filter((word) => /^[a-z]1?$/.test(word)),
    numbers: words.filter((word) => word in numbers),
  };
  cache.set(text, formula);
  return formula;
}

/** Computes a tensor from others, and numbers in the formula's order. */
export type Compute = (
  formula: Formula,
  inputs: readonly tf.TensorInfo[],
  numbers: readonly number[],
) => tf.TensorInfo;

/** Updates a variable by one call of a GPU a tensor that changes. */
export function computeAll({ step, weight, gradient, slots }: Update, compute: Compute): void {
  const changing = new Map([['w', weight], ...slots.map((s) => [s.letter, s.variable] as const)]);
  const tensors = new Map<string, tf.TensorInfo>([...changing, ['g', gradient]]);
  for (const [name, text] of Object.entries(step.formulas)) {
    const formula = parseFormula(text, step.numbers);
    const inputs = formula.tensors.map((letter) => tensors.get(letter)!);
    const numbers = formula.numbers.map((word) => step.numbers[word]!);
    tensors.set(`${name}1`, compute(formula, inputs, numbers));
  }
  for (const [name, variable] of changing) put(variable, tensors.get(`${name}1`)!);
}
