import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

type Module = { asm: { memory?: WebAssembly.Memory } };

/**
 * Starts TensorFlow.js's WASM backend and finds the memory that its tensors live in. A memory that threads share is not
 * exported, so it is seen as it is made.
 */
export async function startWithMemory(
  start: () => Promise<BackendWasm>,
): Promise<{ backend: BackendWasm; memory: WebAssembly.Memory }> {
  const { Memory } = WebAssembly;
  let made: WebAssembly.Memory | undefined;
  WebAssembly.Memory = new Proxy(Memory, {
    construct: (target, [descriptor]: [WebAssembly.MemoryDescriptor]) =>
      (made = new target(descriptor)),
  });
  try {
    const backend = await start();
    const memory = (backend.wasm as unknown as Module).asm.memory ?? made;
    if (memory === undefined) throw new Error('The memory of the WASM backend was not found.');
    bringBeforeLooking(backend);
    return { backend, memory };
  } finally {
    WebAssembly.Memory = Memory;
  }
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
function bringBeforeLooking(backend: BackendWasm): void {
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
