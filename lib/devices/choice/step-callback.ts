import { Callback } from '@tensorflow/tfjs-layers';

/** What a training tells as it goes on. */
export type Steps = {
  /**
   * So many batches are done since the last call. Gives a promise, to be awaited before the next batch, when another
   * device is tried or moved to; after it the present device may be another, and variables have other data.
   */
  batchDone(count: number): Promise<void> | null;
  /** The same in two: whether `batchDone(0)` would give a promise now. */
  isDue(count: number): boolean;
};

/** The last callback of a training that `fit` has started. A loop that calls `batchDone` itself may leave it out. */
export class StepCallback extends Callback implements Steps {
  readonly batchDone: Steps['batchDone'];
  readonly isDue: Steps['isDue'];

  constructor(steps: Steps) {
    super();
    this.batchDone = steps.batchDone;
    this.isDue = steps.isDue;
  }

  override async onBatchEnd(): Promise<void> {
    const wait = this.batchDone(1);
    if (wait !== null) await wait;
  }
}
