import * as tf from '@tensorflow/tfjs-core';
import { Callback, LayersModel } from '@tensorflow/tfjs-layers';
import type { DeviceChoice } from './device-choice';
import type { Trained } from './loop-choice';

type Gradients = Record<string, tf.Tensor> | { name: string }[];
type Models = {
  trainOnBatch(this: LayersModel, ...values: unknown[]): Promise<unknown>;
  fitDataset(this: LayersModel, dataset: unknown, args?: { callbacks?: unknown }): Promise<unknown>;
};
type Optimizers = {
  minimize(this: tf.Optimizer, ...values: unknown[]): unknown;
  applyGradients(this: tf.Optimizer, gradients: Gradients): void;
};

const OPTIMIZERS = [
  tf.SGDOptimizer,
  tf.MomentumOptimizer,
  tf.RMSPropOptimizer,
  tf.AdamOptimizer,
  tf.AdamaxOptimizer,
  tf.AdagradOptimizer,
  tf.AdadeltaOptimizer,
];

/**
 * Tells the choice of each step that no `fit` makes: `trainOnBatch`, the batches of `fitDataset`, `minimize`,
 * `applyGradients`. A step that a device can't do is done again on the base device. To be called once, after whatever
 * else takes the place of these methods, and before reader code runs.
 *
 * @returns a function that undoes it.
 */
export function installLoopChoice(choice: DeviceChoice): () => void {
  const teller = new Teller(choice);
  const undo = [...installOnModels(teller), ...installOnOptimizers(teller)];
  return () => undo.forEach((each) => each());
}

class Teller {
  /** Calls of a model's methods that are under way: inside them, an optimizer's own may or may not be called. */
  #inside = 0;

  constructor(private readonly choice: DeviceChoice) {}

  /** A step of a reader's own. */
  stepDone(trained: Trained): void {
    if (this.#inside === 0 && !this.choice.isFitting) this.choice.loops.stepDone(trained);
  }

  /** A batch of the one training that is under way. */
  batchDone(trained: Trained): void {
    if (this.#inside === 1 && !this.choice.isFitting) this.choice.loops.stepDone(trained);
  }

  /** A step has thrown: see `LoopChoice`. */
  failed(): (() => void) | null {
    return this.#inside === 0 && !this.choice.isFitting ? this.choice.loops.failed() : null;
  }

  async inside<T>(work: () => Promise<T>): Promise<T> {
    this.#inside += 1;
    try {
      return await work();
    } finally {
      this.#inside -= 1;
    }
  }
}

function installOnModels(teller: Teller) {
  const prototype = LayersModel.prototype as unknown as Models;
  const { trainOnBatch, fitDataset } = prototype;
  return [
    replace(prototype, 'trainOnBatch', async function (...values) {
      const step = () => teller.inside(async () => trainOnBatch.apply(this, values));
      const losses = await step().catch(async (error: unknown) => {
        const wentWell = teller.failed();
        if (wentWell === null) throw error;
        const again = await step();
        wentWell();
        return again;
      });
      teller.stepDone(trainedBy(this));
      return losses;
    }),
    replace(prototype, 'fitDataset', async function (dataset, args) {
      const counting = withCallback(args, () => teller.batchDone(trainedBy(this)));
      return teller.inside(async () => fitDataset.call(this, dataset, counting));
    }),
  ];
}

function installOnOptimizers(teller: Teller) {
  const optimizers = OPTIMIZERS.map(({ prototype }) => prototype as unknown as Optimizers);
  const all = tf.Optimizer.prototype as unknown as Optimizers;
  const { minimize } = all;
  return [
    replace(all, 'minimize', function (...values) {
      try {
        return minimize.apply(this, values);
      } catch (error) {
        const wentWell = teller.failed();
        if (wentWell === null) throw error;
        const again = minimize.apply(this, values);
        wentWell();
        return again;
      }
    }),
    ...optimizers.map((prototype) => {
      const { applyGradients } = prototype;
      return replace(prototype, 'applyGradients', function (gradients) {
        applyGradients.call(this, gradients);
        teller.stepDone({ optimizer: this, weights: () => variablesOf(gradients) });
      });
    }),
  ];
}

/** As it stood, in all but its value. */
function replace<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
  value: Owner[Name],
): () => void {
  const own = Object.getOwnPropertyDescriptor(owner, name)!;
  Object.defineProperty(owner, name, { ...own, value });
  return () => void Object.defineProperty(owner, name, own);
}

const trainedBy = (model: LayersModel): Trained => ({
  optimizer: model.optimizer,
  weights: () => model.trainableWeights.map((weight) => weight.read() as tf.Variable),
});

function variablesOf(gradients: Gradients): tf.Variable[] {
  const names = Array.isArray(gradients)
    ? gradients.map(({ name }) => name)
    : Object.keys(gradients);
  return names.flatMap((name) => tf.engine().registeredVariables[name] ?? []);
}

class EachBatch extends Callback {
  constructor(private readonly done: () => void) {
    super();
  }

  override async onBatchEnd(): Promise<void> {
    this.done();
  }
}

/** Where callbacks stand in a list, as the course's own defaults have them. */
function withCallback<Args extends { callbacks?: unknown } | undefined>(
  args: Args,
  done: () => void,
): Args {
  const callbacks: unknown = args?.callbacks;
  return Array.isArray(callbacks)
    ? { ...args, callbacks: [...callbacks, new EachBatch(done)] }
    : args;
}
