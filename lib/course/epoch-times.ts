import { StepTimes } from './step-times';

/** Tells from what has been how long the next batch and the next epoch of a training will take, in milliseconds. */
export class EpochTimes {
  readonly #batches = new StepTimes();
  #epochAt = 0;
  #batchAt = 0;
  #inBatches = 0;
  #count = 0;
  #last = 0;

  beginEpoch(now: number): void {
    this.#epochAt = now;
    this.#inBatches = 0;
    this.#count = 0;
  }

  beginBatch(now: number): void {
    this.#batchAt = now;
  }

  endBatch(now: number): void {
    const ms = now - this.#batchAt;
    this.#batches.add(ms);
    this.#last = ms;
    this.#inBatches += ms;
    this.#count += 1;
  }

  get nextBatch(): number {
    return this.#batches.expected;
  }

  /**
   * As many batches as this epoch has had, and what else it took: drawing, and validation, which TensorFlow.js counts
   * to the last batch. Ask at its end.
   */
  nextEpoch(now: number): number {
    const batch = this.#batches.expected;
    const validation = Math.max(0, this.#last - batch);
    return this.#count * batch + validation + (now - this.#epochAt - this.#inBatches);
  }
}
