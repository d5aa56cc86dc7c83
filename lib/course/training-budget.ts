import { EpochTimes } from './epoch-times';
import { StepTimes } from './step-times';
import * as tf from './tf';

/** What a budget needs around it. */
export type BudgetSurroundings = {
  /** A clock, in milliseconds. */
  now(): number;
  /** See `Host`. */
  run(): number;
  /** Whether the device has done all that it was told. */
  isDone(): boolean;
  /** A sentence for the reader. */
  say(text: string): void;
  /** Tells the page how many of a loop's steps are done. */
  stepsDone(done: number, total: number): void;
  /** The training has until then, by `now`; null when it is over. */
  deadline(at: number | null): void;
};

/**
 * What `budget` returns. It never changes what a training does while there is time; it only ends it. Between epochs it
 * looks ahead, so that the last one is whole; within one it steps in only when the time is up.
 */
export class TrainingBudget extends tf.Callback implements Iterable<number> {
  /** See `Interruptible`. */
  readonly takesNumbers = true;
  readonly #seconds: number;
  readonly #steps: number | null;
  readonly #around: BudgetSurroundings;
  #times = new EpochTimes();
  #run: number;
  #startedAt: number;
  #epochsDone = 0;
  #isCut = false;

  constructor(seconds: number, steps: number | null, around: BudgetSurroundings) {
    super();
    this.#seconds = seconds;
    this.#steps = steps;
    this.#around = around;
    this.#run = around.run();
    this.#startedAt = around.now();
  }

  override async onTrainBegin(): Promise<void> {
    this.#begin();
    this.#times = new EpochTimes();
    this.#epochsDone = 0;
    this.#isCut = false;
  }

  override async onEpochBegin(): Promise<void> {
    this.#times.beginEpoch(this.#around.now());
  }

  override async onBatchBegin(): Promise<void> {
    this.#times.beginBatch(this.#around.now());
  }

  override async onBatchEnd(): Promise<void> {
    this.#times.endBatch(this.#around.now(), this.#around.isDone());
    if (!this.#hasTimeFor(this.#times.nextBatch)) this.#cut();
  }

  override async onEpochEnd(epoch: number): Promise<void> {
    // An epoch that was cut short is none.
    if (this.#isCut) return;
    this.#epochsDone = epoch + 1;
    const isLast = epoch + 1 >= this.#epochs();
    if (!isLast && !this.#hasTimeFor(this.#times.nextEpoch(this.#around.now()))) this.#cut();
  }

  override async onTrainEnd(): Promise<void> {
    this.#around.deadline(null);
    if (!this.#isCut || this.#epochsDone >= this.#epochs()) return;
    this.#tell(this.#epochsDone, this.#epochs(), 'epochs');
  }

  /** The steps of a loop, from 1. */
  *[Symbol.iterator](): Generator<number, void> {
    const steps = this.#steps;
    if (steps === null) {
      throw new TypeError(
        'A loop needs to know how many steps it may take: budget({ steps: 600, seconds: 60 }).',
      );
    }
    this.#begin();
    const times = new StepTimes();
    try {
      for (let step = 1; step <= steps; step++) {
        if (!this.#hasTimeFor(times.expected)) return this.#tell(step - 1, steps, 'steps');
        const begin = this.#around.now();
        yield step;
        times.add(this.#around.now() - begin);
        this.#around.stepsDone(step, steps);
      }
    } finally {
      this.#around.deadline(null);
    }
  }

  /** Several trainings of one run share its time. In another run, where a budget came from another cell, it begins anew. */
  #begin(): void {
    if (this.#run !== this.#around.run()) {
      this.#run = this.#around.run();
      this.#startedAt = this.#around.now();
    }
    this.#around.deadline(this.#startedAt + this.#seconds * 1000);
  }

  #hasTimeFor(ms: number): boolean {
    return this.#around.now() - this.#startedAt + ms <= this.#seconds * 1000;
  }

  #cut(): void {
    this.#isCut = true;
    this.model.stopTraining = true;
  }

  #tell(done: number, total: number, unit: string): void {
    const how =
      done === 0 ? `within the first of ${total} ${unit}` : `after ${done} of ${total} ${unit}`;
    this.#around.say(
      `Stopped ${how}, to end within ${this.#seconds} s on this device. ` +
        'So the numbers may differ from those in the text. To train to the end, raise seconds.',
    );
  }

  #epochs(): number {
    const epochs: unknown = (this.params as Record<string, unknown> | undefined)?.['epochs'];
    return typeof epochs === 'number' ? epochs : 1;
  }
}
