import { createNative, type Native } from './native';

let installed: Native | null = null;

/** Our kernels on the WASM backend that has been started; null before, and where there is no SIMD. */
export function installedNative(): Native | null {
  return installed;
}

/** Makes our kernels for the memory of the WASM backend. Where there is no SIMD there are none. */
export function installNative(memory: WebAssembly.Memory): void {
  try {
    installed = createNative(memory);
  } catch (error) {
    if (!(error instanceof WebAssembly.CompileError)) throw error;
    installed = null;
  }
}
