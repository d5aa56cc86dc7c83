import * as tf from '@tensorflow/tfjs-core';
import { assertChannelsLast, withGeometry, type Shape4D } from './geometry';
import {
  addressOf,
  assertFloats,
  withScratch,
  type KernelMaker,
  type Tensors,
} from './wasm-kernel';

/** Convolution. TensorFlow.js prepares itself anew for every filter that it meets, and so at every training step. */
export const conv2D: KernelMaker<Tensors<'x' | 'filter'>, tf.Conv2DAttrs> =
  (native) =>
  ({ inputs: { x, filter }, attrs, backend }) => {
    const { strides, pad, dataFormat, dilations, dimRoundingMode } = attrs;
    const info = tf.backend_util.computeConv2DInfo(
      x.shape as Shape4D,
      filter.shape as Shape4D,
      strides,
      dilations,
      pad,
      dimRoundingMode,
      false,
      tf.backend_util.convertConv2DDataFormat(dataFormat),
    );
    assertChannelsLast(tf.Conv2D, info);
    assertFloats(tf.Conv2D, [x, filter]);
    const out = backend.makeOutput(info.outShape, 'float32');
    withGeometry(backend, info, (geometry) =>
      withScratch(backend, native.convScratch(geometry), (scratch) =>
        native.conv(
          geometry,
          addressOf(backend, x),
          addressOf(backend, filter),
          0,
          addressOf(backend, out),
          scratch,
          0,
        ),
      ),
    );
    return out;
  };
