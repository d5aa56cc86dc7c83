import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import type { Native } from '../native';
import { batchIndices } from './batch-indices';
import { addressOf } from './wasm-kernel';

type Sides = {
  a: tf.TensorInfo;
  b: tf.TensorInfo;
  transposeA: boolean;
  transposeB: boolean;
  /** One row, which every row of the product is given. */
  bias?: tf.TensorInfo | undefined;
  relu?: boolean;
};

/**
 * The products of two batches of float matrices, [...batch, m, k] · [...batch, k, n], where each batch is broadcast to
 * the other.
 *
 * @throws {Error} where the sides do not fit.
 */
export function product(native: Native, backend: BackendWasm, sides: Sides): tf.TensorInfo {
  const { a, b, transposeA, transposeB, bias } = sides;
  const [m, k] = rowsAndColumns(a, transposeA);
  const [inner, n] = rowsAndColumns(b, transposeB);
  tf.util.assert(k === inner, () => mismatch(sides));
  const { shape, places } = batchOf(a, b);
  const out = backend.makeOutput([...shape, m, n], 'float32');
  const aAt = addressOf(backend, a);
  const bAt = addressOf(backend, b);
  const outAt = addressOf(backend, out);
  const biasAt = bias ? addressOf(backend, bias) : 0;
  places.forEach(([aIndex, bIndex], i) =>
    native.gemm(
      aAt + 4 * aIndex * m * k,
      bAt + 4 * bIndex * k * n,
      biasAt,
      outAt + 4 * i * m * n,
      m,
      k,
      n,
      Number(transposeA),
      Number(transposeB),
      Number(sides.relu ?? false),
    ),
  );
  return out;
}

type Batch = { shape: number[]; places: (readonly [a: number, b: number])[] };

/** Of nearly all products in a network, whose steps are so short that working it out each time would be felt. */
const SINGLE: Batch['places'] = [[0, 0]];

/** The batch of the product, and which matrices of the two sides each of its elements is made of. */
function batchOf(a: tf.TensorInfo, b: tf.TensorInfo): Batch {
  const aBatch = a.shape.slice(0, -2);
  const bBatch = b.shape.slice(0, -2);
  if (aBatch.every(isOne) && bBatch.every(isOne)) {
    return { shape: aBatch.length > bBatch.length ? aBatch : bBatch, places: SINGLE };
  }
  const shape = tf.broadcast_util.assertAndGetBroadcastShape(aBatch, bBatch);
  const bIndices = batchIndices(bBatch, shape);
  return { shape, places: batchIndices(aBatch, shape).map((a, i) => [a, bIndices[i]!]) };
}

const isOne = (size: number) => size === 1;

/** Of each of a batch of matrices, as they are multiplied. */
export function rowsAndColumns(
  { shape }: tf.TensorInfo,
  transposed: boolean,
): [rows: number, columns: number] {
  const rows = shape[shape.length - 2]!;
  const columns = shape[shape.length - 1]!;
  return transposed ? [columns, rows] : [rows, columns];
}

/** In TensorFlow.js's own words, which errors are explained by. */
function mismatch({ a, b, transposeA, transposeB }: Sides): string {
  const k = rowsAndColumns(a, transposeA)[1];
  const inner = rowsAndColumns(b, transposeB)[0];
  return (
    `Error in matMul: inner shapes (${k}) and (${inner}) of Tensors with shapes ${a.shape} and ` +
    `${b.shape} and transposeA=${transposeA} and transposeB=${transposeB} must match.`
  );
}
