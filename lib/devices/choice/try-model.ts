import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Device } from '@/lib/protocol';
import { makeCurrent } from '../make-current';
import type { Trial } from './decision';
import { modelVariables, saveState } from './model-state';
import { tryDevice, type Bench, type TrialResult } from './trial';

/** What `fit` trains with: the function of one step, and the rows that its batches are taken from. */
export type Fitting = {
  model: LayersModel;
  step(batch: (tf.Tensor | null)[]): tf.Tensor[];
  ins: readonly (tf.Tensor | null)[];
  batchSize: number;
};

export type TrialHost = Pick<Bench, 'now' | 'after' | 'isStopped'> & {
  /** Loads and starts a device without making it current. */
  prepare(device: Device): Promise<void>;
};

/** Kept before reader code runs. */
const anyNumber = Math.random;

/**
 * Times steps of the model itself, on its own rows, on the present device and then on another. Weights, optimizer and
 * chance are afterwards as if no step had been done, and the present device is current again.
 */
export async function tryModel(
  fitting: Fitting,
  trial: Trial,
  host: TrialHost,
): Promise<TrialResult & { baseMs: number }> {
  const base = tf.getBackend();
  const state = saveState(fitting.model);
  const { random } = Math;
  Math.random = anyNumber;
  const batch = firstRows(fitting);
  let isClean = false;
  try {
    const baseMs = timeStep(fitting, batch, host);
    const result = await tryDevice(trial, baseMs, benchOf(fitting, batch, trial, host));
    isClean = result.isClean;
    return { ...result, baseMs };
  } finally {
    // The device is initialized, so this takes effect at once.
    void makeCurrent(base as Device);
    state.restore(!isClean);
    tf.dispose(batch as tf.Tensor[]);
    if (Math.random === anyNumber) Math.random = random;
  }
}

/** Copies: the trial moves what it uses to the other device. */
function firstRows({ ins, batchSize }: Fitting): (tf.Tensor | null)[] {
  return ins.map((rows) => rows && tf.slice(rows, 0, Math.min(batchSize, rows.shape[0] ?? 1)));
}

function doStep({ step }: Fitting, batch: (tf.Tensor | null)[]): void {
  const losses = tf.tidy(() => step(batch));
  tf.dispose(losses);
}

function timeStep(fitting: Fitting, batch: (tf.Tensor | null)[], host: TrialHost): number {
  const from = host.now();
  doStep(fitting, batch);
  return host.now() - from;
}

function benchOf(
  fitting: Fitting,
  batch: (tf.Tensor | null)[],
  { device }: Trial,
  host: TrialHost,
): Bench {
  return {
    ...host,
    async start() {
      await host.prepare(device);
      await makeCurrent(device);
    },
    step: () => doStep(fitting, batch),
    settled: () => settled(fitting.model),
  };
}

/** Resolves once the device has done all steps that it was told of: the smallest weight is read, as the last one left it. */
export async function settled(model: LayersModel): Promise<void> {
  const [smallest] = modelVariables(model)
    .filter(({ trainable }) => trainable)
    .sort((a, b) => a.size - b.size);
  await smallest?.data();
}
