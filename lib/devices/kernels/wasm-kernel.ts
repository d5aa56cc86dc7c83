import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import type { Native } from '../native';

/** What a kernel is called with on the WASM backend. */
export type KernelCall<Inputs, Attrs> = { inputs: Inputs; attrs: Attrs; backend: BackendWasm };

/** The tensors that a kernel takes, by name. */
export type Tensors<Name extends string> = Record<Name, tf.TensorInfo>;

export type WasmKernel<Inputs, Attrs> = (call: KernelCall<Inputs, Attrs>) => tf.TensorInfo;

/**
 * Makes one kernel.
 *
 * @param native our kernels on the backend's memory
 * @param original TensorFlow.js's own kernel, for what ours leaves to it; throws where there is none.
 */
export type KernelMaker<Inputs, Attrs> = (
  native: Native,
  original: WasmKernel<Inputs, Attrs>,
) => WasmKernel<Inputs, Attrs>;

/** The address of a tensor's values, in bytes. It stays while the tensor lives; views over it may not. */
export function addressOf(backend: BackendWasm, { dataId }: tf.TensorInfo): number {
  return backend.getMemoryOffset(dataId);
}

/** What TensorFlow.js's WASM module has of emscripten's. */
type Heap = { HEAPU8: Uint8Array; _malloc(bytes: number): number; _free(address: number): void };

/** The backend's memory as it is now: it may move when something is allocated. */
export function heapOf(backend: BackendWasm): Heap {
  return backend.wasm as unknown as Heap;
}

/** Lends `bytes` of the backend's memory while `use` runs. */
export function withScratch<T>(
  backend: BackendWasm,
  bytes: number,
  use: (address: number) => T,
): T {
  // `_malloc` returns signed integers, and the memory may have more than 2 GB.
  const heap = heapOf(backend);
  const address = heap._malloc(bytes) >>> 0;
  if (address === 0 && bytes > 0) throw new Error('The device has no memory left for this step.');
  try {
    return use(address);
  } finally {
    heap._free(address);
  }
}

/** Asserts that a tensor has the shape that the others of its call ask for, since kernels write where shapes say. */
export function assertShape(kernel: string, name: string, x: tf.TensorInfo, shape: number[]): void {
  tf.util.assert(
    tf.util.arraysEqual(x.shape, shape),
    () => `${kernel}: ${name} must have shape [${shape.join(', ')}], not [${x.shape.join(', ')}].`,
  );
}

/** Asserts that tensors hold 32-bit floats. */
export function assertFloats(kernel: string, tensors: tf.TensorInfo[]): void {
  for (const { dtype } of tensors)
    tf.util.assert(
      dtype === 'float32',
      () => `${kernel} works on float32 tensors, not ${dtype}: convert them with .toFloat() first.`,
    );
}
