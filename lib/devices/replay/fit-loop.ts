import * as tf from '@tensorflow/tfjs-core';
import { CustomCallback, EarlyStopping, History } from '@tensorflow/tfjs-layers';
import { StepCallback } from '../choice/step-callback';
import { EpochTotals } from './epoch-totals';
import type { AnyLogs, FitCallback, Fitting } from './fitting';
import { readable, type Steps } from './steps';

/**
 * Trains as TensorFlow.js's `fitLoop` does: the same order of rows from the same `Math.random`, the same calls of
 * callbacks with the same logs, the same history. Its steps come from `steps`.
 */
export async function fitLoop(fitting: Fitting, steps: Steps): Promise<History> {
  const { model } = fitting;
  const history = new History();
  const callbacks = new Callbacks(fitting, history);
  model.history = history;
  await callbacks.call((one) => one.onTrainBegin({}));
  model.stopTraining_ = false;
  const told = fitting.callbacks.flatMap(({ rowOrder }) => rowOrder ?? []);
  const order = firstOrder(fitting.rows, told);
  for (const each of told) each.now = order;
  for (let epoch = fitting.initialEpoch; epoch < fitting.epochs; epoch++) {
    await runEpoch(fitting, steps, callbacks, order, epoch);
    if (model.stopTraining_) break;
  }
  await callbacks.call((one) => one.onTrainEnd({}));
  await history.syncData();
  return history;
}

type RowOrders = readonly NonNullable<FitCallback['rowOrder']>[];

/** That of the data, or where a former training had shuffled them to. */
function firstOrder(rows: number, told: RowOrders): number[] {
  const given = told.find(({ first }) => first?.length === rows)?.first;
  return given ? [...given] : Array.from({ length: rows }, (_, i) => i);
}

async function runEpoch(
  fitting: Fitting,
  steps: Steps,
  callbacks: Callbacks,
  order: number[],
  epoch: number,
): Promise<void> {
  const logs: AnyLogs = {};
  const totals = new EpochTotals();
  try {
    await callbacks.call((one) => one.onEpochBegin(epoch, {}));
    if (fitting.shuffle) tf.util.shuffle(order);
    // A new list, so that who keeps the former one sees that it is another order.
    await runBatches(fitting, steps, callbacks, [...order], totals, logs);
    for (const name of fitting.callbackMetrics) {
      const mean = totals.mean(name);
      if (mean !== undefined) logs[name] = callbacks.logged(mean);
    }
    await callbacks.call((one) => one.onEpochEnd(epoch, logs));
  } finally {
    totals.dispose();
  }
}

async function runBatches(
  fitting: Fitting,
  steps: Steps,
  callbacks: Callbacks,
  order: readonly number[],
  totals: EpochTotals,
  epochLogs: AnyLogs,
): Promise<void> {
  const { rows, batchSize, labels, model } = fitting;
  for (let start = 0, batch = 0; start < rows; start += batchSize, batch++) {
    const end = Math.min(start + batchSize, rows);
    const logs: AnyLogs = {};
    await callbacks.call((one) => one.onBatchBegin(batch, logs));
    logs['batch'] = batch;
    logs['size'] = end - start;
    const results = steps.run(order, start, end);
    labels.forEach((label, i) => (logs[label] = results[i]!));
    totals.add(logs);
    if (end === rows) validate(fitting, callbacks, epochLogs);
    for (const label of labels) logs[label] = callbacks.logged(logs[label]!);
    await callbacks.call((one) => one.onBatchEnd(batch, logs));
    disposeLogs(logs);
    await callbacks.stepDone();
    if (model.stopTraining_) break;
  }
}

function validate(
  { validation, model, batchSize, labels }: Fitting,
  callbacks: Callbacks,
  logs: AnyLogs,
) {
  if (validation === null) return;
  const values = readable(model.testLoop(validation.test, validation.ins, batchSize));
  labels.forEach((label, i) => (logs[`val_${label}`] = callbacks.logged(values[i]!)));
}

function disposeLogs(logs: AnyLogs): void {
  for (const value of Object.values(logs)) if (typeof value !== 'number') value.dispose();
}

/** Those of `fit`, then the history's; before them TensorFlow.js's own totals, for which the loop itself stands. */
class Callbacks {
  readonly #all: FitCallback[];
  readonly #steps: StepCallback | null;
  readonly #takeNumbers: boolean;

  constructor(fitting: Fitting, history: History) {
    const isSteps = (one: unknown) => one instanceof StepCallback;
    const { callbacks } = fitting;
    this.#steps = (callbacks.find(isSteps) as StepCallback | undefined) ?? null;
    this.#takeNumbers = callbacks.every((one) => isSteps(one) || takesNumbers(one));
    this.#all = [...callbacks.filter((one) => !isSteps(one)), history as unknown as FitCallback];
    const params = paramsOf(fitting);
    for (const one of this.#all) one.setParams(params);
    for (const one of this.#all) one.setModel(fitting.model);
  }

  async call(event: (callback: FitCallback) => Promise<void>): Promise<void> {
    for (const one of this.#all) await event(one);
  }

  /** As whoever is called expects it: some callbacks know metrics as tensors only. */
  logged(value: number | tf.Scalar): number | tf.Scalar {
    if (typeof value !== 'number' || this.#takeNumbers) return value;
    return tf.scalar(value);
  }

  /** See lib/devices/choice: where steps are counted, and the device may change. */
  async stepDone(): Promise<void> {
    const wait = this.#steps?.batchDone(1);
    if (wait) await wait;
  }
}

/** These make numbers of what they are given, or say that they take them. */
function takesNumbers(callback: FitCallback): boolean {
  const isOwn = [CustomCallback, EarlyStopping, History].some(
    (known) => (callback as object).constructor === known,
  );
  return isOwn || callback.takesNumbers === true;
}

function paramsOf({ validation, ...fitting }: Fitting): object {
  const { epochs, initialEpoch, rows, batchSize, verbose, callbackMetrics } = fitting;
  return {
    epochs,
    initialEpoch,
    samples: rows,
    steps: null,
    batchSize,
    verbose,
    doValidation: validation !== null,
    metrics: callbackMetrics,
  };
}
