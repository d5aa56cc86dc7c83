import * as tf from '@tensorflow/tfjs-core';
import { addressOf, type KernelMaker, type Tensors } from './wasm-kernel';

/** Sums; those with a row that every row is given, as a bias is, in one plain pass. */
export const add: KernelMaker<Tensors<'a' | 'b'>, tf.NamedAttrMap> =
  (native, original) => (call) => {
    const { inputs, backend } = call;
    const { a, b } = inputs;
    if (a.dtype !== 'float32' || b.dtype !== 'float32' || !isRowOf(b.shape, a.shape))
      return original(call);
    const out = backend.makeOutput(a.shape, 'float32');
    const columns = b.shape[0]!;
    const rows = tf.util.sizeFromShape(a.shape) / columns;
    native.addRow(
      addressOf(backend, a),
      addressOf(backend, b),
      rows,
      columns,
      addressOf(backend, out),
    );
    return out;
  };

/** Whether `row` is one row along the last axis of `shape`, which has more of them. */
function isRowOf(row: number[], shape: number[]): boolean {
  const columns = row[0] ?? 0;
  return row.length === 1 && shape.length > 1 && columns > 0 && shape[shape.length - 1] === columns;
}
