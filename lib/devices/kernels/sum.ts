import * as tf from '@tensorflow/tfjs-core';
import { addressOf, type KernelMaker, type Tensors } from './wasm-kernel';

/** Sums over the first axes, as a bias's gradient is, without the transposing that TensorFlow.js does first. */
export const sum: KernelMaker<Tensors<'x'>, tf.SumAttrs> = (native, original) => (call) => {
  const { inputs, attrs, backend } = call;
  const { x } = inputs;
  const axes = tf.util.parseAxisParam(attrs.axis, x.shape);
  const isFirst = axes.length < x.shape.length && axes.every((axis) => axis < axes.length);
  if (x.dtype !== 'float32' || !isFirst || axes.length === 0) return original(call);
  const kept = x.shape.slice(axes.length);
  const columns = tf.util.sizeFromShape(kept);
  const rows = tf.util.sizeFromShape(x.shape.slice(0, axes.length));
  const out = backend.makeOutput(kept, 'float32');
  native.sumRows(addressOf(backend, x), rows, columns, addressOf(backend, out));
  if (attrs.keepDims) out.shape = tf.backend_util.expandShapeToKeepDim(kept, axes);
  return out;
};
