import * as tf from '@tensorflow/tfjs-core';
import type { Native } from '../native';
import { addressOf, type KernelMaker, type Tensors } from './wasm-kernel';

/** Our own kernel's name; TensorFlow.js computes this gradient by three kernels. */
const RELU_GRAD = 'ReluGrad';

const reluGrad: KernelMaker<Tensors<'x' | 'dy'>, tf.NamedAttrMap> =
  (native) =>
  ({ inputs: { x, dy }, backend }) => {
    const dx = backend.makeOutput(x.shape, 'float32');
    const size = tf.util.sizeFromShape(x.shape);
    native.reluGradient(
      addressOf(backend, x),
      addressOf(backend, dy),
      size,
      addressOf(backend, dx),
    );
    return dx;
  };

/**
 * Computes relu's gradient in one pass on WASM; elsewhere, and for what is no float, as TensorFlow.js does. Where x is
 * not above zero the gradient is zero, even if what comes back is NaN.
 */
export function installReluGrad(native: Native): void {
  const kernelFunc = reluGrad(native, () => {
    throw new Error('TensorFlow.js has no such kernel.');
  });
  tf.registerKernel({
    kernelName: RELU_GRAD,
    backendName: 'wasm',
    kernelFunc: kernelFunc as unknown as tf.KernelFunc,
  });
  tf.registerGradient({
    kernelName: RELU_GRAD,
    inputsToSave: ['x'],
    gradFunc: (ddy, [x]) => ({
      x: () => tf.zerosLike(x!),
      dy: () => run(x!, ddy as tf.Tensor),
    }),
  });
  const original = tf.getGradient(tf.Relu);
  // Gradients come with TensorFlow.js's layers; without them nothing asks for this one.
  if (!original) return;
  tf.unregisterGradient(tf.Relu);
  tf.registerGradient({
    ...original,
    gradFunc(dy, saved, attrs) {
      const [x] = saved;
      const isOurs = tf.getBackend() === 'wasm' && x!.dtype === 'float32';
      if (!isOurs || Array.isArray(dy)) return original.gradFunc(dy, saved, attrs);
      return { x: () => run(x!, dy) };
    },
  });
}

function run(x: tf.Tensor, dy: tf.Tensor): tf.Tensor {
  return tf.engine().runKernel(RELU_GRAD, { x, dy }) as tf.Tensor;
}
