import type { Soon } from './soon';
import { mapSoon } from './soon';
import * as tf from './tf';

export type TensorValues = Float32Array | Int32Array | Uint8Array | string[];

/** WebGPU is slow at reading while the caller waits, and warns of it; it can only be awaited. */
export function readsAreAsync(): boolean {
  return tf.getBackend() === 'webgpu';
}

/**
 * The values of a tensor in row-major order, copied, so that they may be transferred. (On the CPU
 * backend `dataSync` gives the tensor's own memory, and a transfer would empty the tensor.)
 * Where reading is asynchronous, the values are those of this moment, whatever happens to the tensor.
 * @throws if the tensor is disposed.
 */
export function readValues(tensor: tf.Tensor, isAsync = readsAreAsync()): Soon<TensorValues> {
  return mapSoon(isAsync ? readLater(tensor) : (tensor.dataSync() as TensorValues), copy);
}

function copy(values: TensorValues): TensorValues {
  return values.slice();
}

async function readLater(tensor: tf.Tensor): Promise<TensorValues> {
  const own = tf.keep(tensor.clone());
  try {
    return (await own.data()) as TensorValues;
  } finally {
    own.dispose();
  }
}

/** The values of a tensor of numbers as 32-bit floats, copied. */
export function readFloats(tensor: tf.Tensor, isAsync = readsAreAsync()): Soon<Float32Array> {
  return mapSoon(readValues(tensor, isAsync), (values) =>
    values instanceof Float32Array ? values : Float32Array.from(values, Number),
  );
}
