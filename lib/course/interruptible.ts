import type { Host } from './host';
import { hasRegisteredCallbacks } from './registered-callbacks';
import type { RowOrder } from './states/fit-states';
import * as tf from './tf';

/** A callback of TensorFlow.js; its base class is not exported, but each of these has its methods. */
export type AnyCallback = tf.CustomCallback | tf.Callback | tf.History;

/**
 * Stands in `fit` for all of the reader's callbacks, and looks for Stop after every batch, once what waits has been
 * let in: where memory can't be shared a Stop is a message, and so is a slider that a callback reads.
 *
 * An error thrown within an epoch would leave `fit` with the epoch's tensors still alive. So it is kept
 * here, the model is told to stop, `fit` ends in its own way and cleans up, and its caller throws
 * `error`. After it, none of the reader's callbacks is called any more.
 */
export class Interruptible extends tf.Callback {
  error: unknown = undefined;
  failed = false;

  constructor(
    private readonly callbacks: readonly AnyCallback[],
    private readonly host: Pick<Host, 'checkpoint' | 'pace' | 'queue'>,
    /** For lib/devices/replay, which tells the order of the rows and takes one to begin with; other loops do not. */
    readonly rowOrder: RowOrder | null = null,
  ) {
    super();
  }

  /** For lib/devices/replay: whether metrics may come as numbers, which it has at hand, rather than as tensors. */
  get takesNumbers(): boolean {
    return this.callbacks.every(takesNumbers);
  }

  /** For lib/devices/replay: what a reader has registered is known to TensorFlow.js's own loop alone. */
  get needsOrdinaryLoop(): boolean {
    return hasRegisteredCallbacks();
  }

  override setParams(params: Parameters<tf.Callback['setParams']>[0]): void {
    super.setParams(params);
    for (const callback of this.callbacks) callback.setParams(params);
  }

  override setModel(model: Parameters<tf.Callback['setModel']>[0]): void {
    super.setModel(model);
    for (const callback of this.callbacks) callback.setModel(model);
  }

  /** Before the first epoch nothing is to be cleaned up, and `fit` would forget that it was told to stop. */
  override async onTrainBegin(logs?: Logs): Promise<void> {
    this.host.checkpoint();
    for (const callback of this.callbacks) await callback.onTrainBegin(logs);
  }

  override onEpochBegin(epoch: number, logs?: Logs): Promise<void> {
    return this.#guard((callback) => callback.onEpochBegin(epoch, logs));
  }

  override onBatchBegin(batch: number, logs?: Logs): Promise<void> {
    return this.#guard((callback) => callback.onBatchBegin(batch, logs));
  }

  override async onBatchEnd(batch: number, logs?: Logs): Promise<void> {
    const waiting = this.host.queue.stepDone(this.model as tf.LayersModel);
    if (waiting !== null) await waiting;
    await this.#guard((callback) => callback.onBatchEnd(batch, logs));
    if (this.host.pace.due()) await this.host.pace.turn();
    this.#keepError(() => this.host.checkpoint());
  }

  override onEpochEnd(epoch: number, logs?: Logs): Promise<void> {
    return this.#guard((callback) => callback.onEpochEnd(epoch, logs));
  }

  override onTrainEnd(logs?: Logs): Promise<void> {
    return this.#guard((callback) => callback.onTrainEnd(logs));
  }

  async #guard(call: (callback: AnyCallback) => Promise<void>): Promise<void> {
    for (const callback of this.callbacks) {
      if (this.failed) return;
      try {
        await call(callback);
      } catch (error) {
        this.#fail(error);
      }
    }
  }

  #keepError(check: () => void): void {
    if (this.failed) return;
    try {
      check();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.error = error;
    this.failed = true;
    this.model.stopTraining = true;
  }
}

const MAKE_NUMBERS: readonly unknown[] = [tf.CustomCallback, tf.EarlyStopping, tf.History];

/** A class of a reader's own may expect tensors; ours say so themselves. */
function takesNumbers(callback: AnyCallback): boolean {
  return MAKE_NUMBERS.includes(callback.constructor) || 'takesNumbers' in callback;
}

type Logs = Parameters<tf.Callback['onTrainBegin']>[0];
