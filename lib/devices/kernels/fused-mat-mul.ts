import * as tf from '@tensorflow/tfjs-core';
import { product, rowsAndColumns } from './product';
import { consumed, runKernel } from './run-kernel';
import type { KernelCall, KernelMaker, Tensors } from './wasm-kernel';

type Inputs = Tensors<'a' | 'b'> & Partial<Tensors<'bias' | 'preluActivationWeights'>>;
type Call = KernelCall<Inputs, tf._FusedMatMulAttrs>;

/**
 * activation(a · b + bias). TensorFlow.js packs `b` anew for every tensor that it meets, and so the weights of a dense
 * layer at every training step; and it gets some activations of a transposed side wrong.
 */
export const fusedMatMul: KernelMaker<Inputs, tf._FusedMatMulAttrs> =
  (native, original) => (call) => {
    const { inputs, attrs, backend } = call;
    const { a, b, bias } = inputs;
    const { transposeA, transposeB, activation } = attrs;
    const [, columns] = rowsAndColumns(b, transposeB);
    const isFloat = [a, b, bias].every((x) => !x || x.dtype === 'float32');
    if (!isFloat || (bias && !tf.util.arraysEqual(bias.shape, [columns]))) return original(call);
    const relu = activation === 'relu';
    const out = product(native, backend, { a, b, bias, transposeA, transposeB, relu });
    return relu || activation === 'linear' ? out : consumed(backend, [out], activated(call, out));
  };

function activated({ inputs, attrs, backend }: Call, x: tf.TensorInfo): tf.TensorInfo {
  const { activation } = attrs;
  switch (activation) {
    case 'linear':
    case 'relu':
      return x;
    case 'relu6':
      return runKernel(backend, tf.Relu6, { x });
    case 'elu':
      return runKernel(backend, tf.Elu, { x });
    case 'sigmoid':
      return runKernel(backend, tf.Sigmoid, { x });
    case 'leakyrelu':
      return runKernel(backend, tf.LeakyRelu, { x }, { alpha: attrs.leakyreluAlpha ?? 0 });
    case 'prelu':
      return runKernel(backend, tf.Prelu, { x, alpha: inputs.preluActivationWeights! });
    default:
      activation satisfies never;
      throw new Error(`tf.fused.matMul knows no activation "${String(activation)}".`);
  }
}
