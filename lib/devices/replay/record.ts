import * as tf from '@tensorflow/tfjs-core';
import { engine, type DataId, type Wasm } from './engine';
import type { NamedGradient, Node, Source, Trace, Use, Value } from './trace';

type Info = { dataId: DataId; shape: number[]; dtype: tf.DataType };
type Kernel = { kernelName: string; kernelFunc: (args: KernelArgs) => Info | Info[] };
type KernelArgs = { inputs: Record<string, Info | null | undefined>; attrs?: object };

/** What is recorded of a step: the trace, or why it can't be replayed. */
export type Recording = { trace: Trace } | { refused: string };

/** Constants of more numbers are no constants of a step, but data. */
const LARGEST_CONSTANT = 1 << 16;

type Step = {
  /** Gives the loss and the metrics. */
  step(): tf.Tensor[];
  /** Called before they are applied. */
  onGradients(gradients: readonly NamedGradient[]): void;
};

/**
 * Runs one training step on the WASM backend in the ordinary way and notes what it computes. Hooks are in place for as
 * long as it takes, and it takes no turn.
 *
 * @param inputs the batch, as the step is given it
 * @param optimizer what applies the gradients; the trace ends there
 */
export function record(
  wasm: Wasm,
  inputs: readonly tf.Tensor[],
  optimizer: tf.Optimizer,
  { step, onGradients }: Step,
): { results: tf.Tensor[]; recording: Recording } {
  const notes = new Notes(wasm, inputs);
  const undo = [...hookKernels(notes), hookBackend(wasm, notes), hookAssign(notes)];
  const unhook = () => undo.splice(0).forEach((restore) => restore());
  hookGradients(optimizer, (gradients) => {
    unhook();
    notes.gradients = gradients;
    onGradients(gradients);
  });
  try {
    const results = step();
    return { results, recording: notes.finish(results) };
  } finally {
    unhook();
    Reflect.deleteProperty(optimizer, 'applyGradients');
  }
}

/** What is known of the step so far. */
class Notes {
  depth = 0;
  refused: string | null = null;
  gradients: NamedGradient[] | null = null;
  readonly nodes: Node[] = [];
  readonly values: Value[] = [];
  readonly assigned: { variable: tf.Variable; to: Use }[] = [];
  /** What JavaScript looked at. */
  readonly reads = new Set<Value>();
  readonly #known = new Map<DataId, Value>();
  readonly #sources = new Map<DataId, Source>();

  constructor(
    private readonly wasm: Wasm,
    inputs: readonly tf.Tensor[],
  ) {
    for (const variable of Object.values(engine().state.registeredVariables))
      this.#sources.set(variable.dataId, { kind: 'variable', variable });
    inputs.forEach(({ dataId }, index) => this.#sources.set(dataId, { kind: 'input', index }));
  }

  made(info: Info, values: tf.TypedArray): void {
    if (values.length > LARGEST_CONSTANT) this.refused ??= 'a large constant';
    else this.#sources.set(info.dataId, { kind: 'constant', values: values.slice() });
  }

  use({ dataId, shape, dtype }: Info): Use {
    const value = this.#known.get(dataId) ?? this.#meet(dataId, shape, dtype);
    return { value, shape: [...shape] };
  }

  ran(kernel: string, { inputs, attrs }: KernelArgs, out: Info | Info[]): void {
    const infos = Object.values(inputs);
    const uses = infos.map((info) => (info ? this.use(info) : null));
    const outputs = Array.isArray(out) ? out : [out];
    // Reshape and the like give the same data in another shape.
    if (outputs.every((output) => infos.some((info) => info?.dataId === output.dataId))) return;
    for (const { dataId } of outputs) this.#sources.set(dataId, { kind: 'node' });
    this.nodes.push({
      kernel,
      names: Object.keys(inputs),
      inputs: uses,
      attrs: { ...attrs },
      outputs: outputs.map((output) => this.use(output)),
    });
  }

  finish(results: readonly tf.Tensor[]): Recording {
    if (this.gradients === null) this.refused ??= 'no gradients';
    for (const read of this.reads) {
      if (!this.#isLabels(read)) this.refused ??= 'numbers are read within the step';
    }
    if (this.refused !== null) return { refused: this.refused };
    const { nodes, values, assigned } = this;
    const variables = engine().state.registeredVariables;
    const gradients = this.gradients!.map(({ name, tensor }) => ({
      variable: variables[name]!,
      gradient: tensor ? this.use(tensor as never) : null,
    }));
    const found = results.map((result) => this.use(result as never));
    return { trace: { nodes, values, results: found, gradients, assigned } };
  }

  /** A look at class numbers before they are made rows of zeros and ones changes nothing: lib/course has it. */
  #isLabels(value: Value): boolean {
    return this.nodes.some(
      ({ kernel, inputs }) => kernel === 'OneHot' && inputs[0]?.value === value,
    );
  }

  #meet(data: DataId, shape: readonly number[], dtype: tf.DataType): Value {
    const source = this.#sources.get(data) ?? this.#outside(data);
    const value = {
      id: this.values.length,
      size: tf.util.sizeFromShape([...shape]),
      dtype,
      source,
    };
    this.values.push(value);
    this.#known.set(data, value);
    return value;
  }

  #outside(data: DataId): Source {
    const depth = this.depth;
    this.depth = 1;
    const values = this.wasm.readSync(data) as tf.TypedArray;
    this.depth = depth;
    if (values.length > LARGEST_CONSTANT) this.refused ??= 'a large tensor from outside';
    return { kind: 'outside', data, values };
  }
}

/** Kernels are noted where the engine finds them; what one calls itself is its own affair. */
function hookKernels(notes: Notes): (() => void)[] {
  return (tf.getKernelsForBackend('wasm') as unknown as Kernel[]).map((config) => {
    const { kernelName, kernelFunc } = config;
    config.kernelFunc = (args) => {
      const isOutermost = notes.depth === 0;
      notes.depth += 1;
      try {
        const out = kernelFunc(args);
        if (isOutermost) notes.ran(kernelName, args, out);
        return out;
      } finally {
        notes.depth -= 1;
      }
    };
    return () => void (config.kernelFunc = kernelFunc);
  });
}

/** Numbers that JavaScript puts in, and those that it looks at. */
function hookBackend(wasm: Wasm, notes: Notes): () => void {
  const { move, readSync, read } = wasm;
  wasm.move = function (data, values, shape, dtype, refCount) {
    move.call(wasm, data, values, shape, dtype, refCount);
    const isMade = values !== null && notes.depth === 0 && dtype !== 'string';
    if (isMade) notes.made({ dataId: data, shape, dtype }, values as tf.TypedArray);
  };
  wasm.readSync = function (data, start, end) {
    if (notes.depth === 0) notes.reads.add(notes.use(infoOf(wasm, data)).value);
    return readSync.call(wasm, data, start, end);
  };
  wasm.read = function (data) {
    notes.refused ??= 'numbers are waited for within the step';
    return read.call(wasm, data);
  };
  return () => {
    for (const name of ['move', 'readSync', 'read']) Reflect.deleteProperty(wasm, name);
  };
}

function infoOf(wasm: Wasm, dataId: DataId): Info {
  const { shape, dtype } = wasm.dataIdMap.get(dataId);
  return { dataId, shape, dtype };
}

/** Of the step that is being recorded. */
let assigning: Notes | null = null;
let isAssignHooked = false;

/**
 * Has assignments to variables pass by here, for good. A worker in which an answer is checked freezes TensorFlow.js's
 * classes, and records all the same; there this has to be called before.
 */
export function prepareRecording(): void {
  if (isAssignHooked) return;
  isAssignHooked = true;
  const { prototype } = tf.Variable as unknown as { prototype: tf.Variable };
  const { assign } = prototype;
  prototype.assign = function (this: tf.Variable, value) {
    assigning?.assigned.push({ variable: this, to: assigning.use(value as never) });
    assign.call(this, value);
  };
}

function hookAssign(notes: Notes): () => void {
  prepareRecording();
  const before = assigning;
  assigning = notes;
  return () => void (assigning = before);
}

function hookGradients(optimizer: tf.Optimizer, done: (gradients: NamedGradient[]) => void): void {
  const { applyGradients } = optimizer;
  optimizer.applyGradients = function (given) {
    done(Array.isArray(given) ? (given as NamedGradient[]) : named(given));
    applyGradients.call(optimizer, given);
  };
}

const named = (map: tf.NamedTensorMap): NamedGradient[] =>
  Object.entries(map).map(([name, tensor]) => ({ name, tensor }));
