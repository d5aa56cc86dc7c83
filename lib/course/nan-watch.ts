import type { Host } from './host';
import * as tf from './tf';

type Logs = Parameters<tf.Callback['onBatchEnd']>[1];
type Where = { epoch: number; batch?: number };

/** Where reading one number costs nothing; elsewhere a read waits for the device. */
const AT_HAND = new Set(['cpu', 'wasm']);

/** The run in which a model's reader was told; a loop of many `fit`s says it once. */
const told = new WeakMap<object, number>();

/**
 * Stands in every `fit` and says when the loss is first NaN or infinite: in which epoch and batch, and what to try.
 * Training goes on. On a graphics device one read is under way at a time and training does not wait for it, so
 * there the batch that is named may be a little late.
 */
export class NanWatch extends tf.Callback {
  /** See `Interruptible`. */
  readonly takesNumbers = true;
  #reading = false;

  constructor(private readonly host: Pick<Host, 'output' | 'run' | 'wait'>) {
    super();
  }

  override async onBatchEnd(batch: number, logs: Logs): Promise<void> {
    this.#look(logs?.['loss'], 'loss', { epoch: this.#epoch, batch: batch + 1 });
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    this.#epoch = epoch + 1;
  }

  override async onEpochEnd(epoch: number, logs: Logs): Promise<void> {
    this.#reading = false;
    this.#look(logs?.['loss'], 'loss', { epoch: epoch + 1 });
    this.#reading = false;
    this.#look(logs?.['val_loss'], 'validation loss', { epoch: epoch + 1 });
  }

  #epoch = 1;

  #look(loss: number | tf.Scalar | undefined, name: string, where: Where): void {
    if (loss === undefined || this.#reading || told.get(this.model) === this.host.run()) return;
    if (typeof loss === 'number') return this.#judge(loss, name, where);
    if (AT_HAND.has(tf.getBackend())) return this.#judge(loss.dataSync()[0]!, name, where);
    this.#reading = true;
    this.host.wait(
      loss
        .data()
        .then(([value]) => this.#judge(value!, name, where))
        // A device that is lost is told elsewhere.
        .catch(() => {})
        .finally(() => (this.#reading = false)),
    );
  }

  #judge(value: number, name: string, where: Where): void {
    if (Number.isFinite(value) || told.get(this.model) === this.host.run()) return;
    told.set(this.model, this.host.run());
    this.host.output({ kind: 'notice', text: sentence(value, name, where, this.model as never) });
  }
}

function sentence(value: number, name: string, where: Where, model: tf.LayersModel): string {
  const what = Number.isNaN(value) ? 'NaN (not a number)' : 'infinite';
  const place = `epoch ${where.epoch}${where.batch === undefined ? '' : `, batch ${where.batch}`}`;
  return `The ${name}${lossNames(model)} is ${what} for the first time in ${place}: ${remedy(where)}; training goes on, but what it gives is of no use.`;
}

/** In the first batch no step was taken yet, so the steps can't have grown too large. */
function remedy({ epoch, batch }: Where): string {
  return epoch === 1 && batch === 1
    ? 'no step was taken yet, so look for NaN or infinity in the inputs and targets, inputs that are not scaled, and a logarithm of zero or a division by zero in the loss'
    : 'try a smaller learning rate and inputs scaled to about -1 to 1, and look for a logarithm of zero or a division by zero in the loss and for NaN in the data';
}

function lossNames(model: tf.LayersModel): string {
  const loss: unknown = model.loss;
  const losses = typeof loss === 'object' && loss !== null ? Object.values(loss) : [loss];
  const names = losses.map((one) => (typeof one === 'function' ? one.name : String(one)));
  const known = names.filter((name) => name !== '');
  return known.length === 0 ? '' : ` (${known.join(', ')})`;
}
