import { LIMITS } from '@/lib/protocol';
import { figureSpec } from './figure-spec';
import type { Host } from './host';
import { liveFigure } from './live-figure';
import type { Recorder } from './recorders';
import { RecordingPace } from './recording-pace';
import type { FitStates } from './states/fit-states';
import * as tf from './tf';
import type { WatchOptions } from './types/watch';
import { clipped } from './walk';

/** Progress and drawings that nobody asked for at certain steps come at most this often, about thirty times a second. */
const BETWEEN_MS = 33;
/** So much of the time is left to training: two thirds of it, and nine tenths with what is kept for going back. */
const TIMES_ITS_COST = { drawings: 2, states: 9 };

type Logs = NonNullable<Parameters<tf.Callback['onEpochEnd']>[1]>;
type Values = Record<string, number>;

/** What a step of the figures is: an epoch, or with `everySteps` a batch. */
export const stepNameOf = ({ everySteps }: WatchOptions) =>
  everySteps === undefined ? 'epoch' : 'step';

/**
 * The callback that `watch` returns. Steps are epochs counted from 1, or with `everySteps` batches over all epochs;
 * step 0 is the model before training. With a second `fit` in the same run the steps go on; in another run they start
 * anew.
 *
 * It is a callback of TensorFlow.js rather than an object of functions, since only such a one is told
 * how many epochs there will be, and may stand in a list beside `tf.callbacks.earlyStopping()`.
 */
export class Watcher extends tf.Callback {
  /** See `Interruptible`. */
  readonly takesNumbers = true;
  readonly #host: Host;
  readonly #options: WatchOptions;
  readonly #recorders: readonly Recorder[];
  readonly #now: () => number;
  readonly #pace: RecordingPace;
  readonly #statePace: RecordingPace;
  readonly #curve;
  #run = -1;
  /** The last step seen, and what to add to this fit's steps to go on after those of the one before. */
  #step = 0;
  #offset = 0;
  #epochsDone = 0;
  #progressAt = -Infinity;
  #recordedStep = -1;
  #keptStep = -1;
  #states: FitStates | null = null;
  /** The step from which the next training goes on, where the reader has asked for one. */
  #resumeAt: number | null = null;
  /** The metrics of an epoch that was not due; drawn if it turns out to be the last. */
  #skipped: Logs | undefined = undefined;
  /** The last point of the curve. */
  #point: { step: number; values: Values } = { step: -1, values: {} };

  constructor(
    host: Host,
    recorders: readonly Recorder[],
    options: WatchOptions,
    now: () => number,
  ) {
    super();
    this.#host = host;
    this.#options = options;
    this.#recorders = recorders;
    this.#now = now;
    this.#pace = new RecordingPace(now, BETWEEN_MS, TIMES_ITS_COST.drawings);
    this.#statePace = new RecordingPace(now, 0, TIMES_ITS_COST.states);
    const spec = figureSpec('curve', 'Training', options);
    this.#curve = liveFigure<'curve'>(host, { ...spec, stepName: stepNameOf(options) });
  }

  /** Where the states of the next training are kept, and the step at which it begins if that is not the usual one. */
  keepIn(states: FitStates, resumeAt: number | null): void {
    this.#states = states;
    this.#resumeAt = resumeAt;
    states.nameSteps(stepNameOf(this.#options));
  }

  override async onTrainBegin(): Promise<void> {
    const initial = this.#param('initialEpoch', 0);
    const first = this.#options.everySteps === undefined ? initial : initial * this.#batches();
    const goesOn = this.#run === this.#host.run();
    this.#run = this.#host.run();
    this.#offset =
      this.#resumeAt === null ? (goesOn ? this.#step - first : 0) : this.#resumeAt - first;
    this.#resumeAt = null;
    this.#step = first + this.#offset;
    this.#epochsDone = initial;
    if (this.#options.curve !== false) this.#curve.open();
    for (const recorder of this.#recorders) recorder.open();
    this.#reportProgress();
    if (!goesOn) await this.#record();
    await this.#keep();
  }

  override async onBatchEnd(_batch: number, logs: Logs = {}): Promise<void> {
    const { everySteps } = this.#options;
    if (everySteps === undefined) return;
    this.#step += 1;
    if ((this.#step - this.#offset) % everySteps !== 0) return;
    await this.#draw(withoutCounts(logs));
    await this.#record();
  }

  override async onEpochEnd(epoch: number, logs: Logs = {}): Promise<void> {
    this.#epochsDone = epoch + 1;
    const isLast = epoch + 1 >= this.#total();
    if (isLast || this.#now() - this.#progressAt >= BETWEEN_MS) this.#reportProgress();
    if (this.#options.everySteps !== undefined) {
      await this.#draw(validationOf(logs));
      return await this.#keepIfDue();
    }
    this.#step = epoch + 1 + this.#offset;
    await this.#keepIfDue();
    const isDue = isLast || (epoch + 1) % this.#every() === 0;
    this.#skipped = isDue ? undefined : logs;
    if (!isDue) return;
    await this.#draw(logs);
    if (this.#options.every !== undefined || this.#pace.isDue()) await this.#record();
  }

  /** Whatever was skipped, what training ended with is drawn. */
  override async onTrainEnd(): Promise<void> {
    this.#reportProgress();
    if (this.#skipped) await this.#draw(this.#skipped);
    if (this.#recordedStep !== this.#step) await this.#record();
    if (this.#keptStep !== this.#step) await this.#keep();
    this.#states = null;
  }

  /** Adds metrics to the curve; two of one step, of a batch and of its epoch's validation, make one point. */
  async #draw(logs: Logs): Promise<void> {
    const entries = Object.entries(logs).slice(0, LIMITS.series);
    if (this.#options.curve === false || entries.length === 0) return;
    const values: Values = this.#point.step === this.#step ? { ...this.#point.values } : {};
    for (const [name, value] of entries) {
      values[clipped(name, LIMITS.key)] =
        typeof value === 'number' ? value : ((await value.data())[0] ?? NaN);
    }
    this.#point = { step: this.#step, values };
    this.#curve.add(this.#step, { values });
  }

  async #record(): Promise<void> {
    this.#recordedStep = this.#step;
    await this.#pace.time(async () => {
      for (const recorder of this.#recorders) await recorder.read(this.#step);
    });
  }

  async #keepIfDue(): Promise<void> {
    if (this.#statePace.isDue()) await this.#keep();
  }

  async #keep(): Promise<void> {
    this.#keptStep = this.#step;
    await this.#statePace.time(async () => this.#states?.keep(this.#step, this.#epochsDone));
  }

  #reportProgress(): void {
    this.#progressAt = this.#now();
    const total = this.#total();
    // A loop without an end has no share of it done.
    if (Number.isFinite(total))
      this.#host.progress({ done: this.#epochsDone, total, label: 'epochs' });
  }

  #total(): number {
    return this.#param('epochs', 1);
  }

  /** Batches in an epoch; 0 where TensorFlow.js does not know. */
  #batches(): number {
    const batches = Math.ceil(this.#param('samples', 0) / this.#param('batchSize', 32));
    return this.#param('steps', batches);
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

/** What is not a metric in what `fit` tells of a batch: which one it is, and its rows. */
const COUNTS = ['batch', 'size'];

function withoutCounts(logs: Logs): Logs {
  return Object.fromEntries(Object.entries(logs).filter(([name]) => !COUNTS.includes(name)));
}

/** Of an epoch's metrics those that no batch has. */
function validationOf(logs: Logs): Logs {
  return Object.fromEntries(Object.entries(logs).filter(([name]) => name.startsWith('val_')));
}
