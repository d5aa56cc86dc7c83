import * as tf from '@tensorflow/tfjs-core';
import { withGeometry, type Shape4D } from './geometry';
import { addressOf, type KernelMaker, type Tensors } from './wasm-kernel';

/** Max pooling. TensorFlow.js's own writes where it must not when the window is a single place. */
export const maxPool: KernelMaker<Tensors<'x'>, tf.MaxPoolAttrs> = (native, original) => (call) => {
  const { inputs, attrs, backend } = call;
  const { x } = inputs;
  if (x.dtype !== 'float32') return original(call);
  const { filterSize, strides, pad, dimRoundingMode } = attrs;
  const info = tf.backend_util.computePool2DInfo(
    x.shape as Shape4D,
    filterSize,
    strides,
    1,
    pad,
    dimRoundingMode,
  );
  const out = backend.makeOutput(info.outShape, 'float32');
  withGeometry(backend, info, (geometry) =>
    native.maxPool(geometry, addressOf(backend, x), addressOf(backend, out)),
  );
  return out;
};

/** Average pooling. Of a single place, which TensorFlow.js's own can't do, it is what max pooling gives. */
export const avgPool: KernelMaker<Tensors<'x'>, tf.AvgPoolAttrs> = (native, original) => {
  const single = maxPool(native, original);
  return (call) => {
    const [height, width] = [call.attrs.filterSize].flat();
    return height === 1 && (width ?? height) === 1 ? single(call) : original(call);
  };
};
