import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { consumed, runKernel } from './run-kernel';
import type { KernelMaker } from './wasm-kernel';

/**
 * Einstein summation: each term is brought to the order of all indices and multiplied in, and an index is summed over as
 * soon as no further term has it. TensorFlow.js has none on WASM.
 */
export const einsum: KernelMaker<tf.EinsumInputs, tf.EinsumAttrs> =
  () =>
  ({ inputs, attrs, backend }) => {
    const terms: tf.TensorInfo[] = inputs;
    const util = tf.backend_util;
    const { allDims, summedDims, idDims } = util.decodeEinsumEquation(attrs.equation, terms.length);
    util.checkEinsumDimSizes(allDims.length, idDims, terms as tf.Tensor[]);
    const { path, steps } = util.getEinsumComputePath(summedDims, idDims);
    let product: tf.TensorInfo | null = null;
    let dimensions = allDims.length;
    steps.forEach((step, i) => {
      for (const term of step) {
        const factor = aligned(backend, terms[term]!, idDims[term]!, dimensions);
        product = product === null ? factor : multiplied(backend, product, factor);
      }
      const isLast = i === steps.length - 1;
      if (!isLast && path[i]! >= 0 && product !== null)
        product = summed(backend, product, path[i]! - (allDims.length - dimensions));
      if (!isLast) dimensions--;
    });
    if (product === null) throw new Error(`Einsum: "${attrs.equation}" names no tensor.`);
    return product;
  };

/** The term with its axes in the order of all indices, and axes of size 1 for those that it lacks. */
function aligned(
  backend: BackendWasm,
  x: tf.TensorInfo,
  indices: number[],
  dimensions: number,
): tf.TensorInfo {
  const { permutationIndices, expandDims } = tf.backend_util.getEinsumPermutation(
    dimensions,
    indices,
  );
  const turned = runKernel(backend, tf.Transpose, { x }, { perm: permutationIndices });
  const shape = turned.shape.slice();
  for (const axis of expandDims) shape.splice(axis, 0, 1);
  return consumed(backend, [turned], runKernel(backend, tf.Reshape, { x: turned }, { shape }));
}

function multiplied(backend: BackendWasm, a: tf.TensorInfo, b: tf.TensorInfo): tf.TensorInfo {
  return consumed(backend, [a, b], runKernel(backend, tf.Multiply, { a, b }));
}

function summed(backend: BackendWasm, x: tf.TensorInfo, axis: number): tf.TensorInfo {
  return consumed(backend, [x], runKernel(backend, tf.Sum, { x }, { axis, keepDims: false }));
}
