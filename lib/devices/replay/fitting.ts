import type * as tf from '@tensorflow/tfjs-core';
import type { History, Logs } from '@tensorflow/tfjs-layers';
import type { OrdinaryStep } from './trainer';

/** What TensorFlow.js has of its callbacks; their base class is not exported. */
export type FitCallback = {
  setParams(params: object): void;
  setModel(model: FitModel): void;
  onTrainBegin(logs?: Logs): Promise<void>;
  onTrainEnd(logs?: Logs): Promise<void>;
  onEpochBegin(epoch: number, logs?: Logs): Promise<void>;
  onEpochEnd(epoch: number, logs?: AnyLogs): Promise<void>;
  onBatchBegin(batch: number, logs?: AnyLogs): Promise<void>;
  onBatchEnd(batch: number, logs?: AnyLogs): Promise<void>;
  /** Of callbacks of ours, which say themselves whether metrics may come as numbers rather than tensors. */
  takesNumbers?: boolean;
  /** Likewise, the order of the rows: which to begin with, and the present one, for who wants to go on from there. */
  rowOrder?: { first: readonly number[] | null; now: readonly number[] | null } | null;
  /** Likewise, whether TensorFlow.js's own loop has to call them. */
  needsOrdinaryLoop?: boolean;
};

/** Numbers, or scalars that whoever reads them disposes. */
export type AnyLogs = Record<string, number | tf.Scalar>;

type TestFunction = (data: (tf.Tensor | null)[]) => tf.Tensor[];

/** What is used of a `LayersModel`; most of it is not part of its public type. */
export type FitModel = {
  layers: readonly object[];
  stopTraining_: boolean;
  history: History;
  optimizer_: tf.Optimizer;
  metricsTensors: object;
  testLoop(f: TestFunction, ins: (tf.Tensor | null)[], batchSize: number): tf.Scalar[];
};

/** The arguments of TensorFlow.js's `fitLoop`, which `fit` calls with everything checked. */
export type FitLoopArgs = [
  step: OrdinaryStep,
  ins: (tf.Tensor | null)[],
  labels: string[],
  batchSize: number | null | undefined,
  epochs: number | null | undefined,
  verbose: unknown,
  callbacks: FitCallback[],
  test: TestFunction | null | undefined,
  testIns: (tf.Tensor | null)[] | null | undefined,
  shuffle: unknown,
  callbackMetrics: string[],
  initialEpoch: number | null | undefined,
  stepsPerEpoch: unknown,
  validationSteps: unknown,
];

/** The same by names, with TensorFlow.js's defaults. */
export type Fitting = {
  model: FitModel;
  step: OrdinaryStep;
  ins: (tf.Tensor | null)[];
  labels: readonly string[];
  rows: number;
  batchSize: number;
  epochs: number;
  initialEpoch: number;
  verbose: unknown;
  callbacks: FitCallback[];
  validation: { test: TestFunction; ins: (tf.Tensor | null)[] } | null;
  shuffle: boolean;
  callbackMetrics: string[];
};

/** @returns null for what only TensorFlow.js's own loop does, or refuses. */
export function toFitting(model: FitModel, args: FitLoopArgs): Fitting | null {
  const [step, ins, labels, batchSize, epochs, verbose, callbacks, test, testIns, ...rest] = args;
  const [shuffle, callbackMetrics, initialEpoch, stepsPerEpoch, validationSteps] = rest;
  const isPlain =
    stepsPerEpoch === null &&
    validationSteps === null &&
    shuffle !== 'batch' &&
    !callbacks.some(({ needsOrdinaryLoop }) => needsOrdinaryLoop);
  const rows = ins[0]?.shape[0];
  if (!isPlain || rows === undefined) return null;
  return {
    model,
    step,
    ins,
    labels,
    rows,
    batchSize: batchSize ?? 32,
    epochs: epochs ?? 1,
    initialEpoch: initialEpoch ?? 0,
    verbose: verbose ?? 1,
    callbacks,
    validation: test && testIns ? { test, ins: testIns } : null,
    shuffle: shuffle === null || shuffle === undefined ? true : Boolean(shuffle),
    callbackMetrics,
  };
}
