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
    keepInView(backend.wasm, memory);
    return { backend, memory };
  } finally {
    WebAssembly.Memory = Memory;
  }
}

/**
 * Has the module's view of its memory follow the memory. When it grows in one of WASM's threads, nobody tells the view
 * on this side: the tensors beyond its end could not be read, here or by TensorFlow.js.
 */
export function keepInView(module: object, memory: WebAssembly.Memory): void {
  let view = new Uint8Array(memory.buffer);
  Object.defineProperty(module, 'HEAPU8', {
    get() {
      // Each look at a shared memory that has grown gives another buffer.
      if (view.buffer !== memory.buffer) view = new Uint8Array(memory.buffer);
      return view;
    },
    // The module replaces it when it has grown the memory itself.
    set() {},
    configurable: true,
    enumerable: true,
  });
}
