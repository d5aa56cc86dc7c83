import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

type Module = { asm: { memory?: WebAssembly.Memory } };

/** The memory that the tensors of TensorFlow.js's WASM backend live in. */
export function memoryOf({ wasm }: BackendWasm): WebAssembly.Memory {
  const { memory } = (wasm as unknown as Module).asm;
  if (memory === undefined) throw new Error('The memory of the WASM backend was not found.');
  return memory;
}

type Heap = {
  dataIdMap: { get(dataId: object): unknown };
  typedArrayFromHeap(info: { dataId: object }): ArrayLike<number>;
};

const mended = new WeakSet<object>();

/**
 * TensorFlow.js 4.22 looks at the memory first and at the tensor then. A tensor that lies elsewhere is brought in
 * between, for which the memory may have to grow, and what was looked at is too short then: "Invalid typed array
 * length". So we bring it first.
 */
export function bringBeforeLooking(backend: BackendWasm): void {
  // On the class: lib/devices/replay puts methods on the backend itself, and takes them away again.
  const heap = Object.getPrototypeOf(backend) as Heap;
  if (mended.has(heap)) return;
  mended.add(heap);
  const { typedArrayFromHeap } = heap;
  heap.typedArrayFromHeap = function (this: Heap, info) {
    this.dataIdMap.get(info.dataId);
    return typedArrayFromHeap.call(this, info);
  };
}
