import * as tf from '@tensorflow/tfjs-core';
import {
  assertFloats,
  assertShape,
  addressOf,
  withScratch,
  type KernelMaker,
  type Tensors,
} from './wasm-kernel';
import { assertChannelsLast, withGeometry, type Shape4D } from './geometry';

/**
 * The gradient of a convolution's input, given that of its output; also a transposed convolution. A product of matrices
 * in place of TensorFlow.js's loops.
 */
export const conv2DBackpropInput: KernelMaker<
  Tensors<'dy' | 'filter'>,
  tf.Conv2DBackpropInputAttrs
> =
  (native) =>
  ({ inputs: { dy, filter }, attrs, backend }) => {
    const { strides, pad, dataFormat, dimRoundingMode, inputShape } = attrs;
    const info = tf.backend_util.computeConv2DInfo(
      inputShape,
      filter.shape as Shape4D,
      strides,
      1,
      pad,
      dimRoundingMode,
      false,
      tf.backend_util.convertConv2DDataFormat(dataFormat),
    );
    assertChannelsLast(tf.Conv2DBackpropInput, info);
    assertFloats(tf.Conv2DBackpropInput, [dy, filter]);
    assertShape(tf.Conv2DBackpropInput, 'dy', dy, info.outShape);
    const gradient = backend.makeOutput(info.inShape, 'float32');
    withGeometry(backend, info, (geometry) =>
      withScratch(backend, native.convScratch(geometry), (scratch) =>
        native.convInputGradient(
          geometry,
          addressOf(backend, dy),
          addressOf(backend, filter),
          addressOf(backend, gradient),
          scratch,
        ),
      ),
    );
    return gradient;
  };
