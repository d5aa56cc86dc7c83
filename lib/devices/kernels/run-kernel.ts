import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

/** Runs another kernel of the WASM backend within one, past TensorFlow.js's own bookkeeping. */
export function runKernel(
  backend: BackendWasm,
  name: string,
  inputs: tf.NamedTensorInfoMap,
  attrs: tf.NamedAttrMap = {},
): tf.TensorInfo {
  return tf.getKernel(name, 'wasm').kernelFunc({ inputs, backend, attrs }) as tf.TensorInfo;
}

/** Lets go of what `result` was made from, and gives `result`. */
export function consumed(
  backend: BackendWasm,
  made: tf.TensorInfo[],
  result: tf.TensorInfo,
): tf.TensorInfo {
  for (const { dataId } of made) backend.disposeData(dataId);
  return result;
}
