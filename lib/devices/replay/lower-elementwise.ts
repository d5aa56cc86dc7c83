import { Single } from './code';
import { areAll, input, type Lower, type Lowerings, type Writer } from './lowering';
import { BINARY, COMPARE, CONVERT, LOGICAL, UNARY } from './opcodes';
import { simplified, sizeOf, spreadSteps, withAxes } from './strides';
import type { Use } from './trace';

/** Two inputs along rows: addresses, and steps for `binary` and `compare`. */
type Pair = { at: [number, number]; shape: [number, number]; steps: number[] };

/** How the two inputs are walked to make the output, as at most two axes; a third is spread out before. */
function pair(a: Use, b: Use, out: Use, writer: Writer): Pair | null {
  const walk = withAxes(
    simplified({
      shape: [...out.shape],
      steps: [spreadSteps(a.shape, out.shape), spreadSteps(b.shape, out.shape)],
    }),
    2,
  );
  if (walk !== null) {
    const [x, y] = walk.steps as [number[], number[]];
    const shape = walk.shape as [number, number];
    return { at: [writer.at(a), writer.at(b)], shape, steps: [...x, ...y] };
  }
  const spread = [spreadOut(a, out, writer), spreadOut(b, out, writer)];
  if (spread[0] === null || spread[1] === null) return null;
  const size = sizeOf(out.shape);
  return { at: spread as [number, number], shape: [1, size], steps: [size, 1, size, 1] };
}

/** The address of the input in the output's shape. */
function spreadOut(use: Use, out: Use, writer: Writer): number | null {
  const size = sizeOf(out.shape);
  if (sizeOf(use.shape) === size) return writer.at(use);
  const walk = withAxes(
    simplified({
      shape: [...out.shape],
      steps: [spreadSteps(use.shape, out.shape), spreadSteps(out.shape, out.shape)],
    }),
    4,
  );
  if (walk === null) return null;
  const address = writer.scratch(size);
  writer.emit('move', writer.at(use), address, ...walk.shape, ...walk.steps.flat());
  return address;
}

function binary(op: number): Lower {
  return (node, writer) => {
    const [a, b] = node.inputs as [Use, Use];
    const out = node.outputs[0]!;
    if (!areAll([a, b, out], 'float32')) return false;
    const both = pair(a, b, out, writer);
    if (both === null) return false;
    writer.emit('binary', op, ...both.at, writer.out(out), ...both.shape, ...both.steps);
    return true;
  };
}

function compare(op: number): Lower {
  return (node, writer) => {
    const [a, b] = node.inputs as [Use, Use];
    const isInt = areAll([a, b], 'int32');
    if (!isInt && !areAll([a, b], 'float32')) return false;
    const both = pair(a, b, node.outputs[0]!, writer);
    if (both === null) return false;
    const out = writer.out(node.outputs[0]!);
    writer.emit('compare', op, isInt ? 1 : 0, ...both.at, out, ...both.shape, ...both.steps);
    return true;
  };
}

const logical =
  (op: number): Lower =>
  (node, writer) => {
    const out = node.outputs[0]!;
    const size = sizeOf(out.shape);
    const isPlain = node.inputs.every((use) => use !== null && sizeOf(use.shape) === size);
    if (!isPlain || !areAll(node.inputs, 'bool')) return false;
    const a = writer.at(node.inputs[0]!);
    const b = node.inputs[1] ? writer.at(node.inputs[1]) : a;
    writer.emit('logical', op, a, b, writer.out(out), size);
    return true;
  };

const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  Step: ['alpha'],
  LeakyRelu: ['alpha'],
  ClipByValue: ['clipValueMin', 'clipValueMax'],
};

const unary =
  (op: number): Lower =>
  (node, writer) => {
    const x = node.inputs[0]!;
    const out = node.outputs[0]!;
    if (!areAll([x, out], 'float32')) return false;
    const [p = 0, q = 0] = (NUMBERS[node.kernel] ?? []).map((name) => Number(node.attrs[name]));
    const size = sizeOf(out.shape);
    writer.emit('unary', op, writer.at(x), writer.out(out), size, new Single(p), new Single(q));
    return true;
  };

const select: Lower = (node, writer) => {
  const [condition, a, b] = ['condition', 't', 'e'].map((name) => input(node, name));
  const out = node.outputs[0]!;
  const size = sizeOf(out.shape);
  const isPlain = [condition, a, b].every((use) => use && sizeOf(use.shape) === size);
  if (!isPlain || !areAll([a!, b!], 'float32') || condition!.value.dtype !== 'bool') return false;
  const from = [condition!, a!, b!].map((use) => writer.at(use));
  writer.emit('choose', ...from, writer.out(out), size);
  return true;
};

const cast: Lower = (node, writer) => {
  const x = node.inputs[0]!;
  const out = node.outputs[0]!;
  if (x.value.dtype === out.value.dtype) return same(node, writer);
  const kind = (CONVERT as readonly string[]).indexOf(`${x.value.dtype} ${out.value.dtype}`);
  if (kind === -1) return false;
  writer.emit('convert', kind, writer.at(x), writer.out(out), sizeOf(out.shape));
  return true;
};

/** A copy: since nothing is written twice, it may lie where its original lies. */
const same: Lower = (node, writer) => {
  writer.alias(node.outputs[0]!, writer.at(node.inputs[0]!));
  return true;
};

/** scale (x - mean) / sqrt(variance + epsilon) + offset, with channels as the last axis. */
const batchNorm: Lower = (node, writer) => {
  const [x, mean, variance] = ['x', 'mean', 'variance'].map((name) => input(node, name)!);
  const out = node.outputs[0]!;
  const channels = out.shape.at(-1)!;
  const isPlain = [mean!, variance!].every(({ shape }) => sizeOf(shape) === channels);
  if (!isPlain || !areAll([x!, mean!, variance!], 'float32')) return false;
  const [scale, offset] = [input(node, 'scale'), input(node, 'offset')];
  const factor = writer.scratch(channels);
  const row = [1, channels];
  const epsilon = writer.constant(Number(node.attrs['varianceEpsilon']));
  const code = (name: (typeof BINARY)[number]) => BINARY.indexOf(name);
  writer.emit('binary', code('Add'), writer.at(variance!), epsilon, factor, ...row, 0, 1, 0, 0);
  const none = new Single(0);
  writer.emit('unary', UNARY.indexOf('Rsqrt'), factor, factor, channels, none, none);
  if (scale !== null)
    writer.emit('binary', code('Multiply'), factor, writer.at(scale), factor, ...row, 0, 1, 0, 1);
  const rows = [sizeOf(out.shape) / channels, channels, channels, 1, 0, 1];
  const y = writer.out(out);
  writer.emit('binary', code('Sub'), writer.at(x!), writer.at(mean!), y, ...rows);
  writer.emit('binary', code('Multiply'), y, factor, y, ...rows);
  if (offset !== null) writer.emit('binary', code('Add'), y, writer.at(offset), y, ...rows);
  return true;
};

/** Kernels by the places of their names in a list of opcodes. */
function listed(names: readonly string[], make: (op: number) => Lower): Lowerings {
  return Object.fromEntries(names.map((name, op) => [name, make(op)]));
}

const addAll: Lower = (node, writer) => {
  const uses = node.inputs as readonly Use[];
  const out = node.outputs[0]!;
  if (!areAll(uses, 'float32') || uses.length < 2) return false;
  const size = sizeOf(out.shape);
  const sum = writer.out(out);
  const [first, ...rest] = uses.map((use) => writer.at(use));
  rest.forEach((address, i) =>
    writer.emit('binary', 0, i === 0 ? first! : sum, address, sum, 1, size, size, 1, size, 1),
  );
  return true;
};

export const ELEMENTWISE: Lowerings = {
  ...listed(BINARY, binary),
  ...listed(COMPARE, compare),
  ...listed(LOGICAL, logical),
  ...listed(UNARY, unary),
  AddN: addAll,
  Select: select,
  Cast: cast,
  Identity: same,
  FusedBatchNorm: batchNorm,
};
