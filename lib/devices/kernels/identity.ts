import type * as tf from '@tensorflow/tfjs-core';
import type { KernelMaker, Tensors } from './wasm-kernel';

/** A tensor on the same values, as on every other backend. TensorFlow.js copies them on WASM, and every gradient is one. */
export const identity: KernelMaker<Tensors<'x'>, tf.NamedAttrMap> =
  () =>
  ({ inputs: { x }, backend }) => {
    backend.incRef(x.dataId);
    return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
  };
