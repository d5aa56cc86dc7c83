import * as tf from '@tensorflow/tfjs-core';
import { input, type Lower, type Lowerings, type Writer } from './lowering';
import { simplified, sizeOf, stridesOf, withAxes } from './strides';
import type { Use } from './trace';

/** A part of the elements of an array: where the first is, how many along each axis, and the steps from one to the next. */
type Part = { from: number; shape: readonly number[]; steps: readonly number[] };

const isFourBytes = ({ value }: Use) => value.dtype === 'float32' || value.dtype === 'int32';

/** Copies a part of one array onto a part of another. False if it has too many axes. */
function copy(writer: Writer, x: number, source: Part, out: number, target: Part): boolean {
  const steps = [[...source.steps], [...target.steps]];
  const walk = withAxes(simplified({ shape: [...source.shape], steps }), 4);
  if (walk === null) return false;
  const [from, to] = [x + 4 * source.from, out + 4 * target.from];
  writer.emit('move', from, to, ...walk.shape, ...walk.steps.flat());
  return true;
}

const whole = (shape: readonly number[]): Part => ({ from: 0, shape, steps: stridesOf(shape) });

function isCopyable({ shape, steps }: Part): boolean {
  return simplified({ shape: [...shape], steps: [[...steps], stridesOf(shape)] }).shape.length <= 4;
}

/** Gives a part of the input as the output: where it lies, if it lies there without gaps, else as a copy. */
function give(writer: Writer, x: Use, part: Part, out: Use): boolean {
  if (!isFourBytes(x) || !isCopyable(part)) return false;
  const walk = simplified({ shape: [...part.shape], steps: [[...part.steps]] });
  const isOneRun = walk.shape.length === 0 || (walk.shape.length === 1 && walk.steps[0]![0] === 1);
  if (isOneRun) writer.alias(out, writer.at(x) + 4 * part.from);
  else copy(writer, writer.at(x), part, writer.out(out), whole(part.shape));
  return true;
}

function partOf(shape: readonly number[], begin: readonly number[], size: readonly number[]): Part {
  const steps = stridesOf(shape);
  return { from: begin.reduce((at, n, i) => at + n * steps[i]!, 0), shape: size, steps };
}

const slice: Lower = (node, writer) => {
  const x = node.inputs[0]!;
  const { begin, size } = node.attrs as { begin: number[]; size: number[] };
  const [from = [], sizes = []] = tf.slice_util.parseSliceParams(
    { shape: x.shape } as never,
    begin,
    size,
  );
  return give(writer, x, partOf(x.shape, from, sizes), node.outputs[0]!);
};

/** SplitV and Unpack: parts one after another along an axis. */
const split: Lower = (node, writer) => {
  const x = node.inputs[0]!;
  const axis = axisOf(node.attrs['axis'], x.shape.length);
  const isUnpack = node.kernel === 'Unpack';
  let from = 0;
  const parts = node.outputs.map(({ shape }) => {
    const begin = x.shape.map((_, i) => (i === axis ? from : 0));
    const length = isUnpack ? 1 : shape[axis]!;
    from += length;
    return partOf(x.shape, begin, with_(x.shape, axis, length));
  });
  if (!isFourBytes(x) || !parts.every(isCopyable)) return false;
  return parts.every((part, i) => give(writer, x, part, node.outputs[i]!));
};

/** Concat and Pack: inputs one after another along an axis. */
const join: Lower = (node, writer) => {
  const uses = node.inputs as readonly Use[];
  const out = node.outputs[0]!;
  const axis = axisOf(node.attrs['axis'], out.shape.length);
  const isPack = node.kernel === 'Pack';
  const parts = uses.map(({ shape }) => (isPack ? with_(out.shape, axis, 1) : shape));
  const steps = stridesOf(out.shape);
  const places = parts.map((shape) => ({ from: 0, shape, steps }));
  if (!uses.every(isFourBytes) || !places.every(isCopyable)) return false;
  const address = writer.out(out);
  let from = 0;
  uses.forEach((use, i) => {
    const target = { ...places[i]!, from: from * steps[axis]! };
    copy(writer, writer.at(use), whole(target.shape), address, target);
    from += target.shape[axis]!;
  });
  return true;
};

const transpose: Lower = (node, writer) => {
  const x = node.inputs[0]!;
  const steps = stridesOf(x.shape);
  const perm = node.attrs['perm'] as number[];
  const part = { from: 0, shape: perm.map((i) => x.shape[i]!), steps: perm.map((i) => steps[i]!) };
  return give(writer, x, part, node.outputs[0]!);
};

const reverse: Lower = (node, writer) => {
  const x = node.inputs[0]!;
  const axes = tf.util.parseAxisParam(node.attrs['dims'] as number[], [...x.shape]);
  const steps = stridesOf(x.shape);
  const from = axes.reduce((at, axis) => at + (x.shape[axis]! - 1) * steps[axis]!, 0);
  const part = { from, shape: x.shape, steps: steps.map((n, i) => (axes.includes(i) ? -n : n)) };
  return give(writer, x, part, node.outputs[0]!);
};

/** Each axis becomes two: over the repetitions, where the source stands still, and within one. */
const tile: Lower = (node, writer) => {
  const x = node.inputs[0]!;
  const steps = stridesOf(x.shape);
  const shape = (node.attrs['reps'] as number[]).flatMap((n, i) => [n, x.shape[i]!]);
  const part = { from: 0, shape, steps: steps.flatMap((n) => [0, n]) };
  return give(writer, x, part, node.outputs[0]!);
};

const pad: Lower = (node, writer) => {
  const x = node.inputs[0]!;
  const out = node.outputs[0]!;
  const paddings = node.attrs['paddings'] as [number, number][];
  const steps = stridesOf(out.shape);
  const from = paddings.reduce((at, [before], i) => at + before * steps[i]!, 0);
  const target = { from, shape: x.shape, steps };
  if (x.value.dtype !== 'float32' || !isCopyable(target)) return false;
  const address = writer.out(out);
  fillOnce(writer, Number(node.attrs['constantValue'] ?? 0), address, sizeOf(out.shape));
  return copy(writer, writer.at(x), whole(x.shape), address, target);
};

function fillOnce(writer: Writer, value: number, out: number, size: number): void {
  const from = writer.constant(value);
  writer.emitOnce('move', from, out, 1, 1, 1, size, 0, 0, 0, 0, 0, 0, 0, 1);
}

/** Fill, ZerosLike and OnesLike: the same in each step. */
const fill =
  (value: number | null): Lower =>
  (node, writer) => {
    const out = node.outputs[0]!;
    const filler = value ?? node.attrs['value'];
    if (out.value.dtype !== 'float32' || typeof filler !== 'number') return false;
    fillOnce(writer, filler, writer.out(out), sizeOf(out.shape));
    return true;
  };

/** Rows of a table by their places, as an embedding does. */
const gather: Lower = (node, writer) => {
  const [x, indices] = [input(node, 'x')!, input(node, 'indices')!];
  const { axis, batchDims } = node.attrs as { axis: number; batchDims: number };
  const isRows = axis === 0 && !batchDims && indices.value.dtype === 'int32';
  if (!isRows || !isFourBytes(x)) return false;
  const [rows, ...rest] = x.shape;
  const at = [writer.at(x), writer.at(indices), writer.out(node.outputs[0]!)];
  writer.emit('lookUp', ...at, sizeOf(indices.shape), 4 * sizeOf(rest), rows!, writer.flag);
  return true;
};

/** What goes back to the rows of a table. */
const segmentSum: Lower = (node, writer) => {
  const [x, ids] = [input(node, 'x')!, input(node, 'segmentIds')!];
  if (x.value.dtype !== 'float32' || ids.value.dtype !== 'int32' || ids.shape.length !== 1)
    return false;
  const cols = sizeOf(x.shape.slice(1));
  const at = [writer.at(x), writer.at(ids), writer.out(node.outputs[0]!)];
  writer.emit('addRows', ...at, sizeOf(ids.shape), cols, Number(node.attrs['numSegments']));
  return true;
};

/** Of whole numbers alone: TensorFlow.js's kernel writes no others, whatever type it is asked for. */
const oneHot: Lower = (node, writer) => {
  const indices = node.inputs[0]!;
  const out = node.outputs[0]!;
  if (indices.value.dtype !== 'int32' || out.value.dtype !== 'int32') return false;
  const { depth, onValue, offValue } = node.attrs as Record<string, number>;
  const [from, to] = [writer.at(indices), writer.out(out)];
  writer.emit('oneHot', from, to, sizeOf(indices.shape), depth!, onValue!, offValue!, writer.flag);
  return true;
};

const axisOf = (axis: unknown, rank: number) =>
  Number(axis) < 0 ? Number(axis) + rank : Number(axis);

const with_ = (shape: readonly number[], axis: number, length: number) =>
  shape.map((n, i) => (i === axis ? length : n));

export const MOVES: Lowerings = {
  Slice: slice,
  SplitV: split,
  Unpack: split,
  Concat: join,
  Pack: join,
  Transpose: transpose,
  Reverse: reverse,
  Tile: tile,
  PadV2: pad,
  Fill: fill(null),
  ZerosLike: fill(0),
  OnesLike: fill(1),
  GatherV2: gather,
  UnsortedSegmentSum: segmentSum,
  OneHot: oneHot,
};
