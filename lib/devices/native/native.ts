import { bytes } from './assembly/index.ts?native';
import type { KernelPasses } from './kernel-passes';
import type { OptimizerPasses } from './optimizer-passes';
import type { ReplayPasses } from './replay-passes';

/** What lib/devices/native/assembly exports. Addresses are bytes from the start of TensorFlow.js's WASM memory. */
export type Native = KernelPasses & OptimizerPasses & ReplayPasses;

/**
 * Our own kernels on TensorFlow.js's WASM memory.
 *
 * @throws {WebAssembly.CompileError} where there is no SIMD.
 */
export function createNative(memory: WebAssembly.Memory): Native {
  const module = new WebAssembly.Module(bytes);
  // A copy: exports are frozen, and lib/devices/replay puts its own in their place while it looks which are called.
  return { ...(new WebAssembly.Instance(module, { env: { memory } }).exports as Native) };
}
