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
    return { backend, memory };
  } finally {
    WebAssembly.Memory = Memory;
  }
}
