import * as tf from '@tensorflow/tfjs-core';
import { assertShape, type KernelMaker, type Tensors } from './wasm-kernel';

/**
 * Sums the rows of x, [rows, ...], that share a segment, into [segments, ...]: the gradient of an embedding. A row whose
 * segment is out of range is left out. TensorFlow.js has none on WASM.
 */
export const unsortedSegmentSum: KernelMaker<
  Tensors<'x' | 'segmentIds'>,
  tf.UnsortedSegmentSumAttrs
> =
  () =>
  ({ inputs: { x, segmentIds }, attrs: { numSegments }, backend }) => {
    const rank = segmentIds.shape.length;
    assertShape(tf.UnsortedSegmentSum, 'segmentIds', segmentIds, x.shape.slice(0, rank));
    const rowShape = x.shape.slice(rank);
    const size = tf.util.sizeFromShape(rowShape);
    const out = backend.makeOutput([numSegments, ...rowShape], x.dtype);
    const sums = backend.typedArrayFromHeap(out);
    const values = backend.typedArrayFromHeap(x);
    const segments = backend.typedArrayFromHeap(segmentIds);
    sums.fill(0);
    segments.forEach((segment, row) => {
      if (segment < 0 || segment >= numSegments) return;
      const to = segment * size;
      const from = row * size;
      for (let i = 0; i < size; i++) sums[to + i]! += values[from + i]!;
    });
    return out;
  };
