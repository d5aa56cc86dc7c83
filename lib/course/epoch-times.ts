import { StepTimes } from './step-times';

/** Tells from what has been how long the next batch and the next epoch of a training will take, in milliseconds. */
export class EpochTimes {
  readonly #batches = new StepTimes();
  #epochAt = 0;
  #batchAt = 0;
  #inBatches = 0;
  #count = 0;
  #last = 0;
  /** Batches that the device was told, and may still be at. */
  #told = 0;

  beginEpoch(now: number): void {
    this.#epochAt = now;
    this.#inBatches = 0;
    this.#count = 0;
    this.#told = 0;
  }

  beginBatch(now: number): void {
    if (this.#told === 0) this.#batchAt = now;
    this.#told += 1;
  }

  /** @param isDone whether the device has done all batches that it was told; each of them took as long as the others */
  endBatch(now: number, isDone: boolean): void {
    this.#count += 1;
    if (!isDone) return;
    const ms = now - this.#batchAt;
    this.#last = ms / this.#told;
    for (; this.#told > 0; this.#told--) this.#batches.add(this.#last);
    this.#inBatches += ms;
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
