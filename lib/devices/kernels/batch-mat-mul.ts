import type * as tf from '@tensorflow/tfjs-core';
import { product } from './product';
import type { KernelMaker, Tensors } from './wasm-kernel';

/**
 * Products of matrices. TensorFlow.js multiplies a transposed side, which every dense layer's training has, number by
 * number.
 */
export const batchMatMul: KernelMaker<Tensors<'a' | 'b'>, tf.BatchMatMulAttrs> =
  (native, original) => (call) => {
    const { inputs, attrs, backend } = call;
    const isFloat = inputs.a.dtype === 'float32' && inputs.b.dtype === 'float32';
    return isFloat ? product(native, backend, { ...inputs, ...attrs }) : original(call);
  };
