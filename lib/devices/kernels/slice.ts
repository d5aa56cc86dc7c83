import * as tf from '@tensorflow/tfjs-core';
import { addressOf, heapOf, type KernelMaker, type Tensors } from './wasm-kernel';

type Attrs = { begin: number | number[]; size: number | number[] };

/**
 * A part of a tensor. TensorFlow.js's own reads the whole tensor into JavaScript for it, so that a batch of 64 from a
 * data set of 12,000 costs as much as the data set; this copies the part alone, within the backend's memory.
 */
export const slice: KernelMaker<Tensors<'x'>, Attrs> = (_native, original) => (call) => {
  const { inputs, attrs, backend } = call;
  const { x } = inputs;
  if (x.dtype === 'string') return original(call);
  const [begin = [], size = []] = tf.slice_util.parseSliceParams(
    x as tf.Tensor,
    attrs.begin,
    attrs.size,
  );
  tf.slice_util.assertParamsValid(x as tf.Tensor, begin, size);
  const out = backend.makeOutput(size, x.dtype);
  const width = tf.util.bytesPerElement(x.dtype);
  const outAt = addressOf(backend, out);
  const strides = [...tf.util.computeStrides(x.shape), 1];
  // Only now: what holds the output may have made the memory grow.
  const { HEAPU8: heap } = heapOf(backend);

  /** Copies what lies within one index of each axis before `axis`; returns where the output goes on. */
  function copy(axis: number, from: number, to: number): number {
    const rows = size[axis] ?? 1;
    const stride = (strides[axis] ?? 1) * width;
    const first = from + (begin[axis] ?? 0) * stride;
    if (axis >= whole) {
      heap.copyWithin(to, first, first + rows * stride);
      return to + rows * stride;
    }
    let at = to;
    for (let row = 0; row < rows; row++) at = copy(axis + 1, first + row * stride, at);
    return at;
  }

  const whole = firstWholeAxis(x.shape, size);
  if (tf.util.sizeFromShape(size) > 0) copy(0, addressOf(backend, x), outAt);
  return out;
};

/** The first axis of which the part is in one piece: all axes behind it are taken whole. */
function firstWholeAxis(shape: number[], size: number[]): number {
  let axis = Math.max(0, shape.length - 1);
  while (axis > 0 && size[axis] === shape[axis]) axis--;
  return axis;
}
