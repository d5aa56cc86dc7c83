import * as tf from '@tensorflow/tfjs-core';
import { addressOf, type KernelMaker, type Tensors } from './wasm-kernel';

/** max(x, 0), with NaN staying NaN. */
export const relu: KernelMaker<Tensors<'x'>, tf.NamedAttrMap> = (native, original) => (call) => {
  const { inputs, backend } = call;
  const { x } = inputs;
  if (x.dtype !== 'float32') return original(call);
  const out = backend.makeOutput(x.shape, 'float32');
  native.relu(addressOf(backend, x), tf.util.sizeFromShape(x.shape), addressOf(backend, out));
  return out;
};
