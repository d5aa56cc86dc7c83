import * as tf from '@tensorflow/tfjs-core';
import { areAll, input, type Lower, type Lowerings } from './lowering';
import { CONVERT, REDUCE } from './opcodes';
import { sizeOf } from './strides';
import type { Node } from './trace';

/** Sizes before, along and behind the axes that are reduced, if those stand together; axes of length 1 stand anywhere. */
function folded(
  shape: readonly number[],
  axes: readonly number[],
): [number, number, number] | null {
  const sizes: [number, number, number] = [1, 1, 1];
  let place = 0;
  for (const [i, n] of shape.entries()) {
    if (n === 1) continue;
    const isReduced = axes.includes(i);
    if (isReduced && place === 2) return null;
    if (isReduced) place = 1;
    else if (place === 1) place = 2;
    sizes[place]! *= n;
  }
  return sizes;
}

const reduce =
  (op: number): Lower =>
  (node, writer) => {
    const x = node.inputs[0]!;
    const out = node.outputs[0]!;
    const axes = tf.util.parseAxisParam(axisParam(node), [...x.shape]);
    const sizes = folded(x.shape, axes);
    const isMeanOfTruths = node.kernel === 'Mean' && x.value.dtype === 'bool';
    if (sizes === null || out.value.dtype !== 'float32') return false;
    if (!isMeanOfTruths && x.value.dtype !== 'float32') return false;
    let from = writer.at(x);
    if (isMeanOfTruths) {
      const size = sizeOf(x.shape);
      const floats = writer.scratch(size);
      writer.emit('convert', CONVERT.indexOf('bool float32'), from, floats, size);
      from = floats;
    }
    writer.emit('reduce', op, from, writer.out(out), ...sizes);
    return true;
  };

/** Without one it is all axes. */
function axisParam({ attrs, inputs }: Node): number[] {
  const { axis, reductionIndices } = attrs as Record<string, number | number[] | null | undefined>;
  const given = axis ?? reductionIndices;
  if (given === null || given === undefined) return inputs[0]!.shape.map((_, i) => i);
  return Array.isArray(given) ? given : [given];
}

const argMax: Lower = (node, writer) => {
  const x = node.inputs[0]!;
  const rank = x.shape.length;
  const [axis] = tf.util.parseAxisParam(axisParam(node), [...x.shape]);
  if (x.value.dtype !== 'float32' || axis !== rank - 1) return false;
  const cols = x.shape[rank - 1]!;
  const [from, to] = [writer.at(x), writer.out(node.outputs[0]!)];
  writer.emit('argMax', from, to, sizeOf(x.shape) / cols, cols);
  return true;
};

const softmax: Lower = (node, writer) => {
  const x = node.inputs[0]!;
  const cols = x.shape.at(-1)!;
  if (node.attrs['dim'] !== x.shape.length - 1) return false;
  const [from, to] = [writer.at(x), writer.out(node.outputs[0]!)];
  writer.emit('softmax', from, to, sizeOf(x.shape) / cols, cols);
  return true;
};

/** Products of matrices without a batch, or with one on both sides. */
const matMul: Lower = (node, writer) => {
  const [a, b, bias] = [input(node, 'a')!, input(node, 'b')!, input(node, 'bias')];
  const { transposeA, transposeB, activation = 'linear' } = node.attrs;
  const isPlain = activation === 'linear' || activation === 'relu';
  if (!isPlain || input(node, 'preluActivationWeights') !== null) return false;
  if (!areAll([a, b], 'float32')) return false;
  const [batch, other] = [a, b].map(({ shape }) => sizeOf(shape.slice(0, -2)));
  if (batch !== other) return false;
  const [m, k] = transposeA ? lastTwo(a.shape).reverse() : lastTwo(a.shape);
  const [, n] = transposeB ? lastTwo(b.shape).reverse() : lastTwo(b.shape);
  const [x, y, out] = [writer.at(a), writer.at(b), writer.out(node.outputs[0]!)];
  const rest = [m!, k!, n!, transposeA ? 1 : 0, transposeB ? 1 : 0, activation === 'relu' ? 1 : 0];
  const offset = bias === null ? 0 : writer.at(bias);
  for (let i = 0; i < batch!; i++)
    writer.emit(
      'gemm',
      x + 4 * i * m! * k!,
      y + 4 * i * k! * n!,
      offset,
      out + 4 * i * m! * n!,
      ...rest,
    );
  return true;
};

const lastTwo = (shape: readonly number[]) => shape.slice(-2);

export const REDUCTIONS: Lowerings = {
  ...Object.fromEntries(REDUCE.map((name, op) => [name, reduce(op)])),
  ArgMax: argMax,
  Softmax: softmax,
  BatchMatMul: matMul,
  _FusedMatMul: matMul,
};
