import { randomState, setRandomState } from '../seed-math-random';
import { mapSoon, type Soon } from '../soon';
import type * as tf from '../tf';
import type { Words } from '../xoshiro128';
import type { RunStates } from './states';
import { thinStates } from './thin-states';
import { readState, writeState, type TrainingState } from './training-state';

/** All states of one cell together, and how many: about every second epoch of what the page draws. */
const MOST = { bytes: 32_000_000, count: 120 };

/** Where training stood after an epoch. */
export type KeptState = {
  /** As figures count. */
  step: number;
  /** Which of the run's watched trainings it was, from 1, and how many of its epochs were done. */
  fit: number;
  epoch: number;
  state: TrainingState;
  /** Of `Math.random`; null where the reader has replaced that. */
  random: Words | null;
  /** The order of the rows, which each epoch shuffles on; null where it is not known. */
  order: Int32Array | null;
};

/** What happens to the order of rows in a training; see `Interruptible`. */
export type RowOrder = {
  /** The order to begin with; null for that of the data. */
  first: readonly number[] | null;
  /** The present one, as the loop keeps it; null where the loop does not tell. */
  now: readonly number[] | null;
};

/** The states of one training. */
export class FitStates {
  readonly order: RowOrder = { first: null, now: null };
  readonly #fit: number;

  constructor(
    private readonly run: RunStates,
    private readonly model: tf.LayersModel,
  ) {
    this.#fit = run.fits;
  }

  /**
   * Puts the model where the reader wants this training to go on from; null when it begins as usual.
   * @throws {Error} in words for the reader, when it can't.
   */
  resume(): (KeptState & { hasMemory: boolean }) | null {
    const { run } = this;
    if (run.from === null || run.hasResumed || run.isAmbiguous) return null;
    const target = run.trunk.findLast(({ step }) => step === run.from);
    if (target === undefined) throw new Error(GONE);
    if (target.fit !== this.#fit) return null;
    const hasMemory = writeState(this.model, target.state);
    if (target.random !== null) setRandomState(target.random);
    this.order.first = target.order && Array.from(target.order);
    run.hasResumed = true;
    run.kept = [...run.trunk];
    return { ...target, hasMemory };
  }

  nameSteps(stepName: string): void {
    this.run.stepName = stepName;
  }

  /** Keeps the state as it is now, after so many epochs of this training. */
  keep(step: number, epoch: number): Soon<void> {
    if (this.run.isAmbiguous) return;
    const random = randomState();
    const order = this.order.now && Int32Array.from(this.order.now);
    return mapSoon(readState(this.model), (state) => {
      const { run } = this;
      const others = run.kept.filter((kept) => kept.step < step);
      run.kept = thinStates(
        [...others, { step, fit: this.#fit, epoch, state, random, order }],
        MOST,
      );
    });
  }
}

const GONE =
  'The state of that step is not kept any more, so training can not go on from there. Press Run to train from the beginning.';
