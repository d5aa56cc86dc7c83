import * as tf from '@tensorflow/tfjs-core';
import { withGeometry, type Shape4D } from './geometry';
import {
  addressOf,
  assertFloats,
  assertShape,
  type KernelMaker,
  type Tensors,
} from './wasm-kernel';

/** The gradient of max pooling: one pass over the windows, where TensorFlow.js asks every place about its windows. */
export const maxPoolGrad: KernelMaker<Tensors<'dy' | 'input' | 'output'>, tf.MaxPoolGradAttrs> =
  (native) =>
  ({ inputs: { dy, input, output }, attrs, backend }) => {
    const { filterSize, strides, pad, dimRoundingMode } = attrs;
    const info = tf.backend_util.computePool2DInfo(
      input.shape as Shape4D,
      filterSize,
      strides,
      1,
      pad,
      dimRoundingMode,
    );
    assertFloats(tf.MaxPoolGrad, [dy, input, output]);
    assertShape(tf.MaxPoolGrad, 'dy', dy, info.outShape);
    assertShape(tf.MaxPoolGrad, 'output', output, info.outShape);
    const gradient = backend.makeOutput(input.shape, 'float32');
    withGeometry(backend, info, (geometry) =>
      native.maxPoolGradient(
        geometry,
        addressOf(backend, input),
        addressOf(backend, output),
        addressOf(backend, dy),
        addressOf(backend, gradient),
      ),
    );
    return gradient;
  };
