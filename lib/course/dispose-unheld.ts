import { reachableTensors } from './reachable-tensors';
import type * as tf from './tf';

/** Disposes those of the tensors that can't be reached from `held`; none if that can't be told. */
export function disposeUnheld(
  tensors: ReadonlyMap<number, tf.Tensor>,
  held: readonly unknown[],
): void {
  const kept = reachableTensors(held, tensors);
  for (const tensor of tensors.values()) {
    if (kept.has(tensor.id) || tensor.isDisposed) continue;
    try {
      tensor.dispose();
    } catch {
      // Its backend is gone, and the tensor with it.
    }
  }
}
