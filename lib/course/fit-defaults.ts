import type { Host } from './host';
import type { AnyCallback } from './interruptible';
import { Interruptible } from './interruptible';
import { NanWatch } from './nan-watch';
import { resumeFit } from './states/resume-fit';
import * as tf from './tf';

type FitArgs = {
  epochs?: unknown;
  initialEpoch?: unknown;
  callbacks?: unknown;
  verbose?: unknown;
  yieldEvery?: tf.ModelFitArgs['yieldEvery'];
};
type Fit = (this: tf.LayersModel, ...values: unknown[]) => Promise<tf.History>;
type FitHost = Pick<Host, 'checkpoint' | 'output' | 'pace' | 'queue' | 'run' | 'states' | 'wait'>;
type Prototype = { fit: Fit; fitDataset: Fit };

/**
 * Makes training fit for a worker, for all models, `tf.Sequential` too (it hands on to these methods):
 * - `yieldEvery` is `'never'` unless said, since nothing in a worker waits for a frame; `verbose` is 0;
 * - messages are let in at the host's pace, between two batches;
 * - a graphics device is waited for every now and then, see `DeviceQueue`;
 * - `host.checkpoint` is called after every batch, and what it or a callback throws ends `fit` cleanly:
 *   no tensor stays behind and the model can be trained again;
 * - a loss that is NaN or infinite is said once, see `NanWatch`;
 * - a run is not over before its trainings are, awaited or not: they would go on in the next one;
 * - a training that is watched goes on from where the reader has asked for, see `resumeFit`;
 * - callbacks of all kinds may stand in one list, which plain TensorFlow.js takes wrongly.
 * @returns a function that undoes it.
 */
export function installFitDefaults(host: FitHost): () => void {
  const prototype = tf.LayersModel.prototype as unknown as Prototype;
  const { fit, fitDataset } = prototype;
  prototype.fit = function (x, y, args) {
    return waitedFit(this, host, args, (safe) => fit.call(this, x, y, safe));
  };
  prototype.fitDataset = function (dataset, args) {
    // Without arguments there is nothing to default: TensorFlow.js says what is missing.
    if (args === undefined || args === null) return fitDataset.call(this, dataset, args);
    return waitedFit(this, host, args, (safe) => fitDataset.call(this, dataset, safe));
  };
  return () => Object.assign(prototype, { fit, fitDataset });
}

type SafeFit = (args: FitArgs) => Promise<tf.History>;

async function waitedFit(
  model: tf.LayersModel,
  host: FitHost,
  given: unknown,
  fit: SafeFit,
): Promise<tf.History> {
  const training = guardedFit(model, host, given, fit);
  // A failure is for whoever called `fit`, who may have caught it.
  host.wait(training.catch(() => undefined));
  return await training;
}

async function guardedFit(
  model: tf.LayersModel,
  host: FitHost,
  given: unknown,
  fit: SafeFit,
): Promise<tf.History> {
  const wanted = (given ?? {}) as FitArgs;
  const callbacks = [new NanWatch(host), ...toCallbacks(wanted)];
  const { args, order } = resumeFit(model, host, callbacks, wanted);
  const guard = new Interruptible(callbacks, host, order);
  try {
    const history = await fit({ ...args, verbose: args.verbose ?? 0, callbacks: [guard] });
    if (guard.failed) throw guard.error;
    return history;
  } catch (error) {
    disposeHistory(model);
    throw guard.failed ? guard.error : error;
  }
}

function toCallbacks({ callbacks, yieldEvery }: FitArgs): AnyCallback[] {
  const list = (Array.isArray(callbacks) ? callbacks : [callbacks ?? {}]) as unknown[];
  return list.map((item) => {
    if (isCallback(item)) return item;
    const functions = (item ?? {}) as tf.CustomCallbackArgs;
    // TensorFlow.js refuses `onYield` with 'never'.
    const pace = yieldEvery ?? (functions.onYield ? 'auto' : 'never');
    return new tf.CustomCallback(functions, pace);
  });
}

function isCallback(item: unknown): item is AnyCallback {
  return (
    item instanceof tf.Callback || item instanceof tf.CustomCallback || item instanceof tf.History
  );
}

/** Until `fit` has ended well, the history holds the metrics of past epochs as tensors. */
function disposeHistory(model: tf.LayersModel): void {
  const history = model.history as tf.History | undefined;
  for (const values of Object.values(history?.history ?? {})) tf.dispose(values);
}
