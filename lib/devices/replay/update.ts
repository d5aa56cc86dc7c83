import * as tf from '@tensorflow/tfjs-core';
import type { Native } from '../native';
import type { Rule } from '../optimizers/rule';
import { adadelta } from '../optimizers/rules/adadelta';
import { adagrad } from '../optimizers/rules/adagrad';
import { adam } from '../optimizers/rules/adam';
import { adamax } from '../optimizers/rules/adamax';
import { momentum } from '../optimizers/rules/momentum';
import { rmsProp } from '../optimizers/rules/rms-prop';
import { sgd } from '../optimizers/rules/sgd';
import type { WorkingCopies } from './working-copies';
import type { Program } from './program';

/** Applies the gradients that a program has computed, in place. */
export type Update = {
  /** All that it changes, the optimizer's own included. */
  readonly variables: readonly tf.Variable[];
  /** Whether the optimizer's are still those. */
  isSound(): boolean;
  apply(): void;
};

type AnyRule = Rule<tf.Optimizer>;

const RULES = new Map<unknown, AnyRule>(
  [
    [tf.SGDOptimizer, sgd] as const,
    [tf.MomentumOptimizer, momentum] as const,
    [tf.RMSPropOptimizer, rmsProp] as const,
    [tf.AdamOptimizer, adam] as const,
    [tf.AdamaxOptimizer, adamax] as const,
    [tf.AdagradOptimizer, adagrad] as const,
    [tf.AdadeltaOptimizer, adadelta] as const,
  ].map(([optimizer, rule]) => [optimizer, rule as unknown as AnyRule]),
);

/** Of TensorFlow.js's own optimizers, as they are: not of a class or an object that a reader has changed. */
export function ruleOf(optimizer: tf.Optimizer): AnyRule | null {
  const isChanged = ['applyGradients', 'minimize', 'computeGradients'].some((name) =>
    Object.hasOwn(optimizer, name),
  );
  return isChanged ? null : (RULES.get(optimizer.constructor) ?? null);
}

type Counting = { incrementIterations(): void };
type Part = { weight: tf.Variable; gradient: number; slots: tf.Variable[] };

/**
 * What the optimizer does with these gradients, once it has its slots.
 *
 * @returns null while it has not, and where a variable, its gradient or a slot are not all floats of one size.
 */
export function createUpdate(
  native: Native,
  optimizer: tf.Optimizer,
  program: Pick<Program, 'trace' | 'gradients'>,
  copies: WorkingCopies,
): Update | null {
  const rule = ruleOf(optimizer);
  if (rule === null) return null;
  const slotsOf = (i: number) => rule.slots(optimizer).map(({ list }) => list[i]?.variable);
  const parts: Part[] = [];
  for (const [i, { variable, gradient }] of program.trace.gradients.entries()) {
    if (gradient === null) continue;
    const slots = slotsOf(i);
    const isAlike = (other: tf.Variable | undefined) =>
      other?.dtype === 'float32' && !other.isDisposed && other.size === variable.size;
    if (gradient.value.size !== variable.size || ![variable, ...slots].every(isAlike)) return null;
    parts.push({ weight: variable, gradient: i, slots: slots as tf.Variable[] });
  }
  const addresses = parts.map(({ weight, gradient, slots }) => ({
    w: copies.addressOf(weight),
    g: program.gradients[gradient]!,
    size: weight.size,
    slots: slots.map((slot) => copies.addressOf(slot)),
  }));
  const isSame = ({ gradient, slots }: Part) =>
    slotsOf(gradient).every((slot, k) => slot === slots[k]);
  return {
    variables: parts.flatMap(({ weight, slots }) => [weight, ...slots]),
    isSound: () => parts.every(isSame),
    apply() {
      tf.tidy(() => {
        const step = rule.begin(optimizer);
        for (const { w, g, size, slots } of addresses) step.native(native, w, g, w, size, ...slots);
        step.end?.();
      });
      (optimizer as unknown as Counting).incrementIterations();
    },
  };
}
