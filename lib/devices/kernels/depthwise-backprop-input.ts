import * as tf from '@tensorflow/tfjs-core';
import { withGeometry, type Shape4D } from './geometry';
import {
  addressOf,
  assertFloats,
  assertShape,
  type KernelMaker,
  type Tensors,
} from './wasm-kernel';

/** The gradient of a depthwise convolution's input, given that of its output. TensorFlow.js has none on WASM. */
export const depthwiseBackpropInput: KernelMaker<
  Tensors<'dy' | 'filter'>,
  tf.DepthwiseConv2dNativeBackpropInputAttrs
> =
  (native) =>
  ({ inputs: { dy, filter }, attrs, backend }) => {
    const { strides, dilations, pad, dimRoundingMode, inputShape } = attrs;
    const info = tf.backend_util.computeConv2DInfo(
      inputShape,
      filter.shape as Shape4D,
      strides,
      dilations,
      pad,
      dimRoundingMode,
      true,
    );
    assertFloats(tf.DepthwiseConv2dNativeBackpropInput, [dy, filter]);
    assertShape(tf.DepthwiseConv2dNativeBackpropInput, 'dy', dy, info.outShape);
    const gradient = backend.makeOutput(info.inShape, 'float32');
    withGeometry(backend, info, (geometry) =>
      native.depthwiseInputGradient(
        geometry,
        addressOf(backend, dy),
        addressOf(backend, filter),
        addressOf(backend, gradient),
      ),
    );
    return gradient;
  };
