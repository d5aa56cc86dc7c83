import type * as tf from '@tensorflow/tfjs-core';
import type { Native } from '../native';
import { capture, type Call, type Kept } from './capture';
import { Code } from './code';
import { allocate, bytesAt, floatsAt, intsAt, type Wasm } from './engine';
import { ELEMENTWISE } from './lower-elementwise';
import { MOVES } from './lower-move';
import { REDUCTIONS } from './lower-reduce';
import type { Lowerings, Writer } from './lowering';
import { neededNodes } from './needed-nodes';
import type { Node, Trace, Use, Value } from './trace';
import type { WorkingCopies } from './working-copies';

/** A recorded step that can be run again, on memory of its own. Addresses are bytes. */
export type Program = {
  readonly trace: Trace;
  /** Where the batch goes. */
  readonly inputs: readonly number[];
  /** Where the loss and the metrics come out, one float each. */
  readonly results: readonly number[];
  /** By the place in the trace; 0 without a gradient. */
  readonly gradients: readonly number[];
  /** What variables are set to, by the place in the trace. */
  readonly assigned: readonly number[];
  readonly bytes: number;
  /** Computes all of it. False if this batch must be run in the ordinary way; no variable is changed. */
  run(): boolean;
  free(): void;
};

const LOWERINGS: Lowerings = { ...ELEMENTWISE, ...MOVES, ...REDUCTIONS };

/** Steps that need more gain nothing: their time is arithmetic. */
export const MOST_BYTES = 32 * 2 ** 20;
const CHUNK = 1 << 16;
const ALIGNED = 16;

/** @returns why there can be none, if so: a kernel that can't be written, or too much memory. */
export function buildProgram(
  wasm: Wasm,
  native: Native,
  trace: Trace,
  copies: WorkingCopies,
): Program | string {
  const builder = new Builder(wasm, native, trace, copies);
  try {
    return builder.build();
  } catch (error) {
    builder.free();
    if (error instanceof CannotBuild) return error.message;
    throw error;
  }
}

class CannotBuild extends Error {}

class Builder implements Writer {
  readonly #places = new Map<Value, number>();
  readonly #constants = new Map<number, number>();
  readonly #kept: Kept = { addresses: [], ids: [] };
  readonly #calls: Call[] = [];
  #code = new Code();
  readonly #once = new Code();
  #bytes = 0;
  #free = { at: 0, left: 0 };
  readonly flag: number;

  constructor(
    private readonly wasm: Wasm,
    private readonly native: Native,
    private readonly trace: Trace,
    private readonly copies: WorkingCopies,
  ) {
    this.flag = this.scratch(1);
  }

  build(): Program {
    const { wasm, trace, flag } = this;
    for (const node of neededNodes(trace)) this.#write(node);
    const program = {
      trace,
      inputs: this.#inputs(),
      results: trace.results.map((use) => this.at(use)),
      gradients: trace.gradients.map(({ gradient }) => (gradient === null ? 0 : this.at(gradient))),
      assigned: trace.assigned.map(({ to }) => this.at(to)),
    };
    this.#flush();
    this.#runOnce();
    const calls = this.#calls;
    return {
      ...program,
      bytes: this.#bytes,
      run() {
        for (const call of calls) call();
        const word = intsAt(wasm, flag, 1);
        const isRight = word[0] === 0;
        word[0] = 0;
        return isRight;
      },
      free: () => this.free(),
    };
  }

  at({ value }: Use): number {
    const known = this.#places.get(value);
    if (known !== undefined) return known;
    const place = this.#place(value);
    this.#places.set(value, place);
    return place;
  }

  out(use: Use): number {
    return this.at(use);
  }

  alias({ value }: Use, address: number): void {
    this.#places.set(value, address);
  }

  scratch(size: number): number {
    const bytes = Math.ceil((4 * Math.max(1, size)) / ALIGNED) * ALIGNED;
    if (this.#free.left < bytes) this.#grow(Math.max(bytes, CHUNK));
    const { at } = this.#free;
    this.#free = { at: at + bytes, left: this.#free.left - bytes };
    return at;
  }

  constant(value: number): number {
    const known = this.#constants.get(value);
    if (known !== undefined) return known;
    const address = this.scratch(1);
    floatsAt(this.wasm, address, 1)[0] = value;
    this.#constants.set(value, address);
    return address;
  }

  emit: Writer['emit'] = (instruction, ...values) => this.#code.emit(instruction, ...values);
  emitOnce: Writer['emitOnce'] = (instruction, ...values) =>
    this.#once.emit(instruction, ...values);

  free(): void {
    for (const address of this.#kept.addresses) this.wasm.wasm._free(address);
    for (const id of this.#kept.ids) this.wasm.wasm.tfjs.disposeData(id);
  }

  #grow(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > MOST_BYTES) throw new CannotBuild('a large step');
    const at = allocate(this.wasm, bytes + ALIGNED);
    this.#kept.addresses.push(at);
    this.#free = { at: Math.ceil(at / ALIGNED) * ALIGNED, left: bytes };
    bytesAt(this.wasm, this.#free.at, bytes).fill(0);
  }

  #write(node: Node): void {
    if (LOWERINGS[node.kernel]?.(node, this)) return;
    this.#flush();
    const calls = capture(this.wasm, this.native, node, this, this.#kept);
    if (calls === null) throw new CannotBuild(`no way to write ${node.kernel}`);
    this.#calls.push(...calls);
  }

  #place({ source, size }: Value): number {
    switch (source.kind) {
      case 'input':
      case 'node':
        return this.scratch(size);
      case 'variable':
        return this.copies.addressOf(source.variable);
      case 'constant':
      case 'outside':
        return this.#put(source.values);
      default:
        return source satisfies never;
    }
  }

  #put(values: tf.TypedArray): number {
    const address = this.scratch(values.length);
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    bytesAt(this.wasm, address, bytes.length).set(bytes);
    return address;
  }

  /** Also those that nothing reads have a place. */
  #inputs(): number[] {
    const inputs: number[] = [];
    for (const value of this.trace.values) {
      if (value.source.kind === 'input') inputs[value.source.index] = this.at({ value, shape: [] });
    }
    return inputs;
  }

  /** Instructions up to here become one call. */
  #flush(): void {
    if (this.#code.length > 0) this.#calls.push(this.#load(this.#code));
    this.#code = new Code();
  }

  #runOnce(): void {
    this.#load(this.#once)();
  }

  #load(code: Code): Call {
    const words = code.words();
    const at = allocate(this.wasm, 4 * words.length);
    this.#kept.addresses.push(at);
    intsAt(this.wasm, at, words.length).set(words);
    const { replay } = this.native;
    const end = at + 4 * words.length;
    return () => replay(at, end);
  }
}
