import { createRequire } from 'node:module';
import path from 'node:path';
import { startBackend, type WasmPaths } from '../backends';

/** Starts TensorFlow.js's WASM backend in Node with our kernels, as the sandbox does in a browser. */
export async function startWasm(): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve(
    '@tensorflow/tfjs-backend-wasm/package.json',
  );
  const dist = path.join(path.dirname(manifest), 'dist');
  const wasmPaths: WasmPaths = {
    'tfjs-backend-wasm.wasm': path.join(dist, 'tfjs-backend-wasm.wasm'),
    'tfjs-backend-wasm-simd.wasm': path.join(dist, 'tfjs-backend-wasm-simd.wasm'),
  };
  await startBackend('wasm', {
    wasmPaths,
    onLost() {
      // No graphics device is started here.
    },
  });
}
