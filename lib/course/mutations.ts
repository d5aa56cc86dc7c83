import type { CellId, Mutation } from '@/lib/protocol';
import { visitReachable } from './reachable-tensors';
import type { TensorWatch } from './tensor-watch';
import * as tf from './tf';

/** A variable of a cell, with its value. */
export type Declared = { cell: CellId; name: string; value: unknown };

/**
 * Which of these variables, all of other cells, a run has changed. `disposes`: a tensor that can be reached from the
 * variable is disposed; `trains`: one was assigned to, or made and hung there, or a model there was compiled anew, got
 * a layer, or had one frozen. A variable of which both are true is disposed.
 */
export function mutationsOf(watch: TensorWatch, variables: readonly Declared[]): Mutation[] {
  const { alive, gone, changed } = watch;
  if (alive.size + gone.size + changed.size === 0) return [];
  return variables.flatMap(({ cell, name, value }) => {
    const how = howChanged(value, watch);
    return how === null ? [] : [{ cell, name, how }];
  });
}

function howChanged(root: unknown, { alive, gone, changed }: TensorWatch): Mutation['how'] | null {
  let how: Mutation['how'] | null = null;
  visitReachable([root], (value) => {
    if (value instanceof tf.Tensor && gone.has(value.id) && value.isDisposed) how = 'disposes';
    else if (changed.has(value) || (value instanceof tf.Tensor && alive.has(value.id)))
      how ??= 'trains';
    return how === 'disposes' || (how === 'trains' && gone.size === 0);
  });
  return how;
}
