import * as tf from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

export type DataId = object;

/** Whose data a tensor is, as the engine asks for it. */
export type DataOwner = {
  readSync(data: DataId): tf.TypedArray;
  read(data: DataId): Promise<tf.TypedArray>;
  refCount(data: DataId): number;
  disposeData(data: DataId, force?: boolean): boolean;
};

/**
 * What is used of TensorFlow.js's engine; it is not part of its public types. `moveData` brings data to a backend from
 * wherever it is: all backends call it for data that they do not have.
 */
type Engine = {
  state: {
    tensorInfo: WeakMap<DataId, { backend: DataOwner }>;
    registeredVariables: Record<string, tf.Variable>;
  };
  moveData(to: unknown, data: DataId): void;
  makeTensorFromTensorInfo(info: tf.TensorInfo): tf.Tensor;
};

/** What is used of emscripten's module, whose own type leaves it out. */
type Module = {
  HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(address: number): void;
  cwrap(name: string, returns: string | null, types: string[]): (...values: never[]) => unknown;
  tfjs: {
    registerTensor(id: number, size: number, address: number): void;
    disposeData(id: number): void;
  };
};

export type Wasm = Omit<BackendWasm, 'wasm'> & { wasm: Module; dataIdNextNumber: number };

export const engine = () => tf.engine() as unknown as Engine;

/** The WASM backend, if it is the present one. */
export function presentWasm(): Wasm | null {
  return tf.getBackend() === 'wasm' ? (tf.backend() as unknown as Wasm) : null;
}

export function floatsAt(wasm: Wasm, address: number, size: number): Float32Array {
  return new Float32Array(wasm.wasm.HEAPU8.buffer, address, size);
}

export function intsAt(wasm: Wasm, address: number, size: number): Int32Array {
  return new Int32Array(wasm.wasm.HEAPU8.buffer, address, size);
}

export function bytesAt(wasm: Wasm, address: number, size: number): Uint8Array {
  return new Uint8Array(wasm.wasm.HEAPU8.buffer, address, size);
}

/** @throws {Error} when there is no more memory. */
export function allocate(wasm: Wasm, bytes: number): number {
  // Beyond 2 GB emscripten's addresses come as negative numbers.
  const address = wasm.wasm._malloc(Math.max(16, bytes)) >>> 0;
  if (address === 0) throw new Error('WebAssembly has no more memory.');
  return address;
}
