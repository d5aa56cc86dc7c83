import * as tf from '@tensorflow/tfjs-core';
import { currentPass } from './passes/current-pass';
import type { Pass } from './passes/pass';
import type { Rule, Slot, SlotList } from './rule';

/** As TensorFlow.js takes gradients: by the names of variables, or as a list; null where a variable has none. */
export type Gradients = Record<string, tf.Tensor | null> | NamedGradient[];
type NamedGradient = { name: string; tensor: tf.Tensor | null };

/**
 * Applies gradients in one pass a variable.
 *
 * @returns false, with nothing changed, where TensorFlow.js must do it: gradients to be broadcast, types other than
 * float32, what it would refuse, and where its single operations are to be seen (profiles, debug mode, a gradient of
 * the update itself).
 */
export function applyFused<O extends object>(
  rule: Rule<O>,
  optimizer: O,
  gradients: Gradients,
): boolean {
  const pass = currentPass();
  if (pass === null || areOperationsSeen()) return false;
  const named = listOf(gradients);
  const lists = rule.slots(optimizer);
  if (!named.every((gradient, i) => isPlain(gradient, lists, i))) return false;
  tf.tidy(() => updateAll(pass, rule, optimizer, named));
  return true;
}

type EngineParts = { isTapeOn(): boolean; state: { profiling: boolean } };

function areOperationsSeen(): boolean {
  const engine = tf.engine() as unknown as EngineParts;
  return engine.isTapeOn() || engine.state.profiling || tf.env().getBool('DEBUG');
}

function listOf(gradients: Gradients): NamedGradient[] {
  if (Array.isArray(gradients)) return gradients;
  return Object.keys(gradients).map((name) => ({ name, tensor: gradients[name] ?? null }));
}

const variableOf = (name: string) => tf.engine().registeredVariables[name];

/** Whether the variable, its gradient and what slots it has already are floats of one shape. */
function isPlain({ name, tensor }: NamedGradient, lists: SlotList[], i: number): boolean {
  const variable = variableOf(name);
  if (variable === undefined) return false;
  const isAlike = (other: tf.Tensor) =>
    other.dtype === 'float32' &&
    !other.isDisposed &&
    tf.util.arraysEqual(other.shape, variable.shape);
  return (
    isAlike(variable) &&
    (tensor === null || tensor === undefined || isAlike(tensor)) &&
    lists.every(
      ({ list }) => list[i] === undefined || list[i] === null || isAlike(list[i].variable),
    )
  );
}

function updateAll<O>(pass: Pass, rule: Rule<O>, optimizer: O, named: NamedGradient[]): void {
  const step = rule.begin(optimizer);
  const lists = rule.slots(optimizer);
  named.forEach(({ name, tensor }, i) => {
    const weight = variableOf(name)!;
    // A variable without a gradient gets its slots all the same, as in TensorFlow.js.
    const slots = lists.map((list) => ({
      letter: list.letter,
      variable: slotOf(list, i, weight).variable,
    }));
    if (tensor && weight.size > 0) pass({ step, weight, gradient: tensor, slots });
  });
  step.end?.();
}

function slotOf({ list, suffix, initial = 0 }: SlotList, i: number, weight: tf.Variable): Slot {
  return (list[i] ??= {
    originalName: `${weight.name}/${suffix}`,
    variable: tf.fill(weight.shape, initial).variable(false),
  });
}
