import type * as tf from '@tensorflow/tfjs-core';
import { LayersModel } from '@tensorflow/tfjs-layers';
import { ordinaryStep } from '../replay/train-function';
import type { DeviceChoice } from './device-choice';
import { builtins, hasOwnCode } from './own-code';
import { installLoopChoice } from './install-loops';
import { StepCallback } from './step-callback';
import type { Fitting } from './try-model';

/** As TensorFlow.js's `fit` calls it, with everything checked; the rest of its arguments are passed on. */
type FitLoop = (
  this: LayersModel,
  step: Fitting['step'],
  ins: (tf.Tensor | null)[],
  labels: string[],
  batchSize: number | undefined,
  epochs: number | undefined,
  verbose: unknown,
  callbacks: unknown[],
  ...rest: unknown[]
) => Promise<unknown>;

/** Where `initialEpoch` stands in `rest`. */
const INITIAL_EPOCH = 4;

/**
 * Lets every training choose its device: each `fit`, and loops of a reader's own. To be called once, after whatever else
 * takes the place of `fitLoop`, `trainOnBatch` and the optimizers' methods, and before reader code runs.
 *
 * @returns a function that undoes it.
 */
export function installDeviceChoice(choice: DeviceChoice): () => void {
  const prototype = LayersModel.prototype as unknown as { fitLoop: FitLoop };
  const { fitLoop } = prototype;
  const known = builtins();
  prototype.fitLoop = async function (
    step,
    ins,
    labels,
    batch,
    epochs,
    verbose,
    callbacks,
    ...rest
  ) {
    // Trials do steps that are undone: a replay must not learn from them, nor work where they do.
    const fitting = { model: this, step: ordinaryStep(step), ins, batchSize: batch ?? 32 };
    const total = batches(fitting, epochs ?? 1, rest[INITIAL_EPOCH]);
    const { training, close } = await choice.begin(fitting, total, hasOwnCode(this, known));
    const all = [...callbacks, new StepCallback(training)];
    try {
      return await fitLoop.call(this, step, ins, labels, batch, epochs, verbose, all, ...rest);
    } finally {
      await close();
    }
  };
  const undoLoops = installLoopChoice(choice);
  return () => {
    undoLoops();
    prototype.fitLoop = fitLoop;
  };
}

function batches({ ins, batchSize }: Fitting, epochs: number, initialEpoch: unknown): number {
  const rows = ins.find((each) => each !== null)?.shape[0] ?? 0;
  const first = typeof initialEpoch === 'number' ? initialEpoch : 0;
  return Math.ceil(rows / batchSize) * Math.max(0, epochs - first);
}
