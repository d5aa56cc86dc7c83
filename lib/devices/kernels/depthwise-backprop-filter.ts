import * as tf from '@tensorflow/tfjs-core';
import { withGeometry, type Shape4D } from './geometry';
import {
  addressOf,
  assertFloats,
  assertShape,
  type KernelMaker,
  type Tensors,
} from './wasm-kernel';

/** The gradient of a depthwise convolution's filter, given that of its output. TensorFlow.js has none on WASM. */
export const depthwiseBackpropFilter: KernelMaker<
  Tensors<'x' | 'dy'>,
  tf.DepthwiseConv2dNativeBackpropFilterAttrs
> =
  (native) =>
  ({ inputs: { x, dy }, attrs, backend }) => {
    const { strides, dilations, pad, dimRoundingMode, filterShape } = attrs;
    const info = tf.backend_util.computeConv2DInfo(
      x.shape as Shape4D,
      filterShape,
      strides,
      dilations,
      pad,
      dimRoundingMode,
      true,
    );
    assertFloats(tf.DepthwiseConv2dNativeBackpropFilter, [x, dy]);
    assertShape(tf.DepthwiseConv2dNativeBackpropFilter, 'dy', dy, info.outShape);
    const gradient = backend.makeOutput(info.filterShape, 'float32');
    withGeometry(backend, info, (geometry) =>
      native.depthwiseFilterGradient(
        geometry,
        addressOf(backend, x),
        addressOf(backend, dy),
        addressOf(backend, gradient),
      ),
    );
    return gradient;
  };
