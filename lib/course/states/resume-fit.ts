import type { Host } from '../host';
import type { AnyCallback } from '../interruptible';
import type * as tf from '../tf';
import { Watcher } from '../watcher';
import type { RowOrder } from './fit-states';

type Epochs = { epochs?: unknown; initialEpoch?: unknown };

/**
 * Has the states of a watched training kept, and the training go on from one of them where the reader has asked for
 * that: to the last epoch that the code names, or where that is passed, for as many epochs again.
 *
 * @returns the arguments for `fit`, and what is to be known of the order of rows; null for a training that nobody watches.
 * @throws {Error} in words for the reader, when it can't go on from there.
 */
export function resumeFit<Args extends Epochs>(
  model: tf.LayersModel,
  host: Pick<Host, 'output' | 'states'>,
  callbacks: readonly AnyCallback[],
  args: Args,
): { args: Args; order: RowOrder | null } {
  const watcher = callbacks.find((callback) => callback instanceof Watcher);
  // Without an optimizer TensorFlow.js says itself that the model is not compiled.
  if (watcher === undefined || !model.optimizer) return { args, order: null };
  const states = host.states.fit(model);
  const resumed = states.resume();
  watcher.keepIn(states, resumed?.step ?? null);
  if (resumed === null) return { args, order: states.order };
  if (!resumed.hasMemory) host.output({ kind: 'notice', text: FORGETFUL });
  const epochs = typeof args.epochs === 'number' ? args.epochs : 1;
  const last = epochs > resumed.epoch ? epochs : resumed.epoch + epochs;
  return { args: { ...args, initialEpoch: resumed.epoch, epochs: last }, order: states.order };
}

const FORGETFUL =
  'The weights are those of that step. The optimizer is another one than then, so it begins without memory of earlier gradients.';
