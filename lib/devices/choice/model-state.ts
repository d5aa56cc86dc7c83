import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';

/** The values of a model and its optimizer, as they were. */
export type ModelState = {
  /**
   * Puts them back, on the present device. `everything`: also those that did not change, for a device that must not be
   * asked for what it holds; without it, what is frozen keeps its identity.
   */
  restore(everything: boolean): void;
};

type Saved = {
  variable: tf.Variable;
  dataId: object;
  values: Float32Array | Int32Array | Uint8Array;
};

/** Copies what a training step changes. Call it where reading costs nothing, after a first step has made the optimizer's variables. */
export function saveState(model: LayersModel): ModelState {
  const optimizer = model.optimizer as unknown as { iterations_?: number };
  const { iterations_ } = optimizer;
  const weights = modelVariables(model).map(save);
  // These may be changed in place, see lib/devices/optimizers.
  const slots = optimizerVariables(optimizer).map(save);
  return {
    restore(everything) {
      for (const weight of weights) {
        if (everything || weight.variable.dataId !== weight.dataId) putBack(weight);
      }
      slots.forEach(putBack);
      if (iterations_ !== undefined) optimizer.iterations_ = iterations_;
    },
  };
}

const save = (variable: tf.Variable): Saved => ({
  variable,
  dataId: variable.dataId,
  values: variable.dataSync().slice(),
});

function putBack({ variable, values }: Saved): void {
  const value = tf.tensor(values, variable.shape, variable.dtype);
  variable.assign(value);
  value.dispose();
}

export function modelVariables(model: LayersModel): tf.Variable[] {
  return model.weights.map((weight) => weight.read() as tf.Variable);
}

/** TensorFlow.js's optimizers hold theirs as properties, or in lists of `{ originalName, variable }`. */
export function optimizerVariables(optimizer: object): tf.Variable[] {
  return Object.values(optimizer).flatMap(variablesIn);
}

function variablesIn(member: unknown): tf.Variable[] {
  if (member instanceof tf.Variable) return [member];
  if (!Array.isArray(member)) return [];
  return member.flatMap((item: { variable?: unknown } | null) =>
    item?.variable instanceof tf.Variable ? [item.variable] : [],
  );
}
