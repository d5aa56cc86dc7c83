import * as tf from '@tensorflow/tfjs-core';

const known = new WeakMap<tf.Tensor, number>();

/** The number in a scalar that an optimizer keeps. No variable: it would be remembered. */
export function scalarNumber(scalar: tf.Tensor): number {
  // A tensor never changes, and once it is on a GPU, reading it waits for all that is queued there.
  const number = scalar.isDisposed ? undefined : known.get(scalar);
  if (number !== undefined) return number;
  const read = scalar.dataSync()[0]!;
  known.set(scalar, read);
  return read;
}

/** The number in a scalar variable that only steps assign: GPU backends keep it beside the GPU, so reading is cheap. */
export function variableNumber(variable: tf.Variable): number {
  return variable.dataSync()[0]!;
}

type GpuBackend = { shouldExecuteOnCPU?(inputs: tf.Tensor[]): boolean };

/**
 * The number in a scalar variable that holds `base` to the power of the step. `setWeights` computes it on the GPU, from
 * where WebGPU can read no value at once; it is then computed again.
 */
export function powerNumber(variable: tf.Variable, base: number, iterations: number): number {
  const isNear = (tf.backend() as GpuBackend).shouldExecuteOnCPU?.([variable]) ?? true;
  return isNear ? variableNumber(variable) : Math.fround(base ** (iterations + 1));
}

/** Within a `tidy`. */
export function setNumber(variable: tf.Variable, value: number): void {
  variable.assign(tf.engine().makeTensor(new Float32Array([value]), [], 'float32') as tf.Tensor);
}

/** Multiplies in single precision, as TensorFlow.js does. Within a `tidy`. */
export function setProduct(variable: tf.Variable, value: number, factor: number): void {
  setNumber(variable, value * Math.fround(factor));
}
