import type { Callback } from '@tensorflow/tfjs-layers';

export type BudgetOptions = {
  /** How long the training may last. */
  seconds: number;
  /** How many steps a loop takes where there is time enough; `fit` has its epochs. */
  steps?: number;
};

/**
 * Ends a training in time: a callback for `fit`, and a list of steps for a loop of your own. The time
 * begins where `budget` is called.
 *
 * @param options `seconds`, and for a loop `steps`
 * @example
 * await model.fit(xs, ys, { epochs: 12, callbacks: [watch(model), budget({ seconds: 60 })] });
 * @example
 * for (const step of budget({ steps: 600, seconds: 60 })) {
 *   // train one step here; steps are counted from 1
 * }
 */
export type Budget = (options: BudgetOptions) => Callback & Iterable<number>;
