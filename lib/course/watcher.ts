import { LIMITS } from '@/lib/protocol';
import { figureSpec, joined } from './figure-spec';
import type { Host } from './host';
import { liveFigure } from './live-figure';
import type { NetworkReader } from './network-data';
import * as tf from './tf';
import type { WatchOptions } from './types/watch';
import { clipped } from './walk';

/** Weights and progress are sent at most this often, about thirty times a second. */
const BETWEEN_MS = 33;

type Logs = Parameters<tf.Callback['onEpochEnd']>[1];

/**
 * The callback that `watch` returns. Steps are epochs counted from 1; step 0 is the network before
 * training. With a second `fit` in the same run the steps go on; in another run they start anew.
 *
 * It is a callback of TensorFlow.js rather than an object of functions, since only such a one is told
 * how many epochs there will be, and may stand in a list beside `tf.callbacks.earlyStopping()`.
 */
export class Watcher extends tf.Callback {
  /** See `Interruptible`. */
  readonly takesNumbers = true;
  readonly #host: Host;
  readonly #options: WatchOptions;
  readonly #reader: NetworkReader | null;
  readonly #now: () => number;
  readonly #curve;
  readonly #network;
  #run = -1;
  /** The last epoch seen, and what to add to this fit's epochs to go on after those of the one before. */
  #epoch = 0;
  #offset = 0;
  #weightsAt = -Infinity;
  #progressAt = -Infinity;
  #drawnEpoch = -1;
  /** The metrics of an epoch that was not due; drawn if it turns out to be the last. */
  #skipped: Logs = undefined;

  /** @param reader of the weights to draw, or null for none */
  constructor(host: Host, reader: NetworkReader | null, options: WatchOptions, now: () => number) {
    super();
    this.#host = host;
    this.#options = options;
    this.#reader = reader;
    this.#now = now;
    const spec = { ...figureSpec('curve', 'Training', options), stepName: 'epoch' };
    this.#curve = liveFigure<'curve'>(host, { ...spec, kind: 'curve' });
    const named = clipped(`${spec.title}: network`, LIMITS.name);
    const title = options.title === undefined ? 'Network' : named;
    const caption = joined(reader?.note ?? '');
    this.#network = liveFigure<'network'>(host, { ...spec, kind: 'network', title, caption });
  }

  override async onTrainBegin(): Promise<void> {
    const initial = this.#param('initialEpoch', 0);
    const goesOn = this.#run === this.#host.run();
    this.#run = this.#host.run();
    this.#offset = goesOn ? this.#epoch - initial : 0;
    this.#epoch = initial + this.#offset;
    if (this.#options.curve !== false) this.#curve.open();
    this.#reportProgress(initial);
    if (!goesOn) await this.#drawNetwork();
  }

  override async onEpochEnd(epoch: number, logs: Logs = {}): Promise<void> {
    this.#epoch = epoch + 1 + this.#offset;
    const isLast = epoch + 1 >= this.#total();
    const isDue = isLast || (epoch + 1) % this.#every() === 0;
    if (isLast || this.#now() - this.#progressAt >= BETWEEN_MS) this.#reportProgress(epoch + 1);
    this.#skipped = isDue ? undefined : logs;
    if (isDue) await this.#drawCurve(logs);
    if (isDue && this.#now() - this.#weightsAt >= BETWEEN_MS) await this.#drawNetwork();
  }

  /** Whatever was skipped, what training ended with is drawn. */
  override async onTrainEnd(): Promise<void> {
    this.#reportProgress(this.#epoch - this.#offset);
    if (this.#skipped) await this.#drawCurve(this.#skipped);
    if (this.#drawnEpoch !== this.#epoch) await this.#drawNetwork();
  }

  async #drawCurve(logs: NonNullable<Logs>): Promise<void> {
    if (this.#options.curve === false) return;
    const step = this.#epoch;
    const values: Record<string, number> = {};
    for (const [name, value] of Object.entries(logs).slice(0, LIMITS.series)) {
      values[clipped(name, LIMITS.key)] =
        typeof value === 'number' ? value : ((await value.data())[0] ?? NaN);
    }
    this.#curve.add(step, { values });
  }

  async #drawNetwork(): Promise<void> {
    if (this.#reader === null) return;
    this.#weightsAt = this.#now();
    this.#drawnEpoch = this.#epoch;
    this.#network.add(this.#epoch, await this.#reader.read());
  }

  #reportProgress(done: number): void {
    this.#progressAt = this.#now();
    const total = this.#total();
    // A loop without an end has no share of it done.
    if (Number.isFinite(total)) this.#host.progress({ done, total, label: 'epochs' });
  }

  #total(): number {
    return this.#param('epochs', 1);
  }

  /** Unless the reader says, as many epochs between drawings as keep these below the page's cap. */
  #every(): number {
    const drawings = this.#total() - this.#param('initialEpoch', 0);
    return this.#options.every ?? Math.max(1, Math.ceil(drawings / LIMITS.framesKept));
  }

  /** `fit` sets parameters that it was not given to null or undefined. */
  #param(name: string, fallback: number): number {
    const value: unknown = (this.params as Record<string, unknown> | undefined)?.[name];
    return typeof value === 'number' ? value : fallback;
  }
}
