import * as tf from '@tensorflow/tfjs-core';
import { assertChannelsLast, withGeometry, type Shape4D } from './geometry';
import {
  addressOf,
  assertFloats,
  assertShape,
  withScratch,
  type KernelMaker,
  type Tensors,
} from './wasm-kernel';

/** The gradient of a convolution's filter, given that of its output. TensorFlow.js has none on WASM. */
export const conv2DBackpropFilter: KernelMaker<Tensors<'x' | 'dy'>, tf.Conv2DBackpropFilterAttrs> =
  (native) =>
  ({ inputs: { x, dy }, attrs, backend }) => {
    const { strides, pad, dataFormat, dimRoundingMode, filterShape } = attrs;
    const info = tf.backend_util.computeConv2DInfo(
      x.shape as Shape4D,
      filterShape,
      strides,
      1,
      pad,
      dimRoundingMode,
      false,
      tf.backend_util.convertConv2DDataFormat(dataFormat),
    );
    assertChannelsLast(tf.Conv2DBackpropFilter, info);
    assertFloats(tf.Conv2DBackpropFilter, [x, dy]);
    assertShape(tf.Conv2DBackpropFilter, 'dy', dy, info.outShape);
    const gradient = backend.makeOutput(info.filterShape, 'float32');
    withGeometry(backend, info, (geometry) =>
      withScratch(backend, native.convScratch(geometry), (scratch) =>
        native.convFilterGradient(
          geometry,
          addressOf(backend, x),
          addressOf(backend, dy),
          addressOf(backend, gradient),
          scratch,
        ),
      ),
    );
    return gradient;
  };
