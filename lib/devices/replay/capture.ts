import * as tf from '@tensorflow/tfjs-core';
import type { Native } from '../native';
import { allocate, bytesAt, type DataId, type Wasm } from './engine';
import type { Writer } from './lowering';
import type { Node, Use } from './trace';

/** A call of one of the backend's functions, with all that it needs. */
export type Call = () => void;

/** Kernels that do all their work in the backend's own functions, and that we write nothing better for. */
const CAPTURED = new Set([
  ...['Conv2D', 'FusedConv2D', 'Conv2DBackpropInput', 'Conv2DBackpropFilter'],
  ...['DepthwiseConv2dNative', 'FusedDepthwiseConv2D'],
  ...['DepthwiseConv2dNativeBackpropInput', 'DepthwiseConv2dNativeBackpropFilter'],
  ...['MaxPool', 'MaxPoolGrad', 'AvgPool', 'AvgPoolGrad'],
  ...['Pow', 'Selu', 'Softplus', 'Sin', 'Cos', 'Expm1', 'Erf', 'Sign', 'Floor', 'Round', 'Prelu'],
  ...['Sum', 'Mean', 'Max', 'Min', 'Prod', 'Cumsum', 'Select', 'Softmax', 'BatchMatMul'],
  ...['ResizeBilinear', 'ResizeNearestNeighbor', 'Add', 'Multiply', 'Sub', 'LogicalAnd', 'Step'],
]);

/** These keep packed weights by a tensor's id. */
const KEEPS_WEIGHTS = /Conv|MatMul|Prelu/;

type Logged = { name: string; types: readonly string[]; values: readonly unknown[] };
type Registered = [id: number, size: number, address: number];
type Config = { kernelFunc(args: object): Info | Info[]; setupFunc?(backend: Wasm): void };
type Info = { dataId: DataId; shape: number[]; dtype: tf.DataType };

/** What has to be freed with the program. */
export type Kept = { addresses: number[]; ids: number[] };

/**
 * Runs a kernel once on the program's memory, and gives the calls that it made, to be made again in each step. What it
 * allocates for itself is kept.
 *
 * @returns null for a kernel of which this is not known to work.
 */
export function capture(
  wasm: Wasm,
  native: Native,
  node: Node,
  writer: Writer,
  kept: Kept,
): Call[] | null {
  const config = tf.getKernel(node.kernel, 'wasm') as unknown as Config | undefined;
  if (config === undefined || !CAPTURED.has(node.kernel)) return null;
  const session = new Capture(wasm, native, kept);
  const inputs = node.inputs.map((use) =>
    use === null ? null : session.view(use, writer.at(use)),
  );
  const out = session.run(config, {
    inputs: Object.fromEntries(node.names.map((name, i) => [name, inputs[i]])),
    attrs: node.attrs,
    backend: wasm,
  });
  if (out === null) return null;
  session.hand(out, node.outputs, writer);
  return session.calls(KEEPS_WEIGHTS.test(node.kernel));
}

class Capture {
  readonly #log: (Logged | Call)[] = [];
  readonly #registered: Registered[] = [];
  readonly #data: DataId[] = [];
  #isHandled = true;

  constructor(
    private readonly wasm: Wasm,
    private readonly native: Native,
    private readonly kept: Kept,
  ) {}

  /** A tensor over the program's memory, as kernels look them up. */
  view({ value, shape }: Use, memoryOffset: number): Info {
    const { wasm } = this;
    const [dataId, id] = [{}, wasm.dataIdNextNumber++];
    const { dtype, size } = value;
    // Never to be freed by who uses it.
    const data = { id, memoryOffset, shape: [...shape], dtype, refCount: 2 ** 30 };
    wasm.dataIdMap.set(dataId, data);
    wasm.wasm.tfjs.registerTensor(id, size, memoryOffset);
    this.#registered.push([id, size, memoryOffset]);
    this.#data.push(dataId);
    this.kept.ids.push(id);
    return { dataId, shape: [...shape], dtype };
  }

  run(config: Config, args: object): Info[] | null {
    const undo = [...this.#hookHeap(), ...this.#hookMemory(), ...this.#hookNative()];
    const restoreCalls = this.#hookCalls(config);
    try {
      const out = config.kernelFunc(args);
      return this.#isHandled && this.#log.length > 0 ? (Array.isArray(out) ? out : [out]) : null;
    } finally {
      undo.forEach((restore) => restore());
      restoreCalls();
    }
  }

  /** Makes the kernel's outputs the program's. */
  hand(out: readonly Info[], uses: readonly Use[], writer: Writer): void {
    out.forEach(({ dataId }, i) => {
      const { id, memoryOffset } = this.wasm.dataIdMap.get(dataId);
      writer.alias(uses[i]!, memoryOffset);
      this.kept.addresses.push(memoryOffset);
      this.kept.ids.push(id);
      this.#data.push(dataId);
    });
    for (const data of this.#data) this.wasm.dataIdMap.delete(data);
  }

  /** @param keepsWeights the backend must forget what it keeps by the ids of these tensors before each call. */
  calls(keepsWeights: boolean): Call[] {
    const { tfjs } = this.wasm.wasm;
    const registered = [...this.#registered];
    const forget = () => {
      for (const [id, size, address] of registered) {
        tfjs.disposeData(id);
        tfjs.registerTensor(id, size, address);
      }
    };
    const calls = this.#log.map((entry) =>
      typeof entry === 'function' ? entry : this.#bind(entry),
    );
    return keepsWeights ? [forget, ...calls] : calls;
  }

  /** The raw function on numbers alone: lists lie in memory from here on. */
  #bind({ name, types, values }: Logged): Call {
    const module = this.wasm.wasm as unknown as Record<string, (...values: number[]) => unknown>;
    const numbers = values.map((value, i) => {
      if (types[i] !== 'array') return Number(value);
      const bytes = value as Uint8Array;
      const address = allocate(this.wasm, bytes.length);
      bytesAt(this.wasm, address, bytes.length).set(bytes);
      this.kept.addresses.push(address);
      return address;
    });
    return () => void module[`_${name}`]!(...numbers);
  }

  /** A kernel that reads or writes numbers in JavaScript can't be made again by its calls. */
  #hookHeap(): (() => void)[] {
    const { wasm } = this;
    const unhandled = () => {
      this.#isHandled = false;
    };
    return (['readSync', 'read', 'typedArrayFromHeap'] as const).map((name) => {
      const method = wasm[name] as (...values: unknown[]) => unknown;
      Object.assign(wasm, {
        [name]: (...values: unknown[]) => {
          unhandled();
          return method.apply(wasm, values);
        },
      });
      return () => void Reflect.deleteProperty(wasm, name);
    });
  }

  #hookMemory(): (() => void)[] {
    const { wasm: module } = this.wasm;
    const { tfjs, _free } = module;
    const { registerTensor, disposeData } = tfjs;
    module._free = (address) => void this.kept.addresses.push(address);
    tfjs.disposeData = (id) => void this.kept.ids.push(id);
    tfjs.registerTensor = (...tensor) => {
      this.#registered.push(tensor);
      registerTensor(...tensor);
    };
    return [
      () => Object.assign(module, { _free }),
      () => Object.assign(tfjs, { registerTensor, disposeData }),
    ];
  }

  /** Kernels of ours call these. */
  #hookNative(): (() => void)[] {
    const functions = this.native as unknown as Record<string, (...values: number[]) => unknown>;
    return Object.entries(functions).map(([name, original]) => {
      functions[name] = (...values) => {
        this.#log.push(() => void original(...values));
        return original(...values);
      };
      return () => void (functions[name] = original);
    });
  }

  /** Kernels keep the backend's functions, which `setupFunc` gives them. */
  #hookCalls(config: Config): () => void {
    const { wasm: module } = this.wasm;
    const { cwrap } = module;
    const configs = [config, tf.getKernel('Transpose', 'wasm') as unknown as Config];
    const setUp = () => configs.forEach(({ setupFunc }) => setupFunc?.(this.wasm));
    module.cwrap = (name, returns, types) => {
      const original = cwrap(name, returns, types);
      return (...values) => {
        const copies = (values as unknown[]).map((value) =>
          value instanceof Uint8Array ? value.slice() : value,
        );
        this.#log.push({ name, types, values: copies });
        return original(...values);
      };
    };
    setUp();
    return () => {
      module.cwrap = cwrap;
      setUp();
    };
  }
}
