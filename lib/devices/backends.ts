import * as tf from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { Device } from '@/lib/protocol';
import { installKernels } from './kernels';
import { makeCurrent } from './make-current';
import { bringBeforeLooking, installedNative, installNative, memoryOf } from './native';

/** Where the WASM binaries are, by TensorFlow.js's own file names. */
export type WasmPaths = Record<'tfjs-backend-wasm.wasm' | 'tfjs-backend-wasm-simd.wasm', string>;

export type BackendOptions = {
  wasmPaths: WasmPaths;
  /** Called once when the device goes away under a running backend; what it held is gone. */
  onLost(device: Device, message: string): void;
};

/**
 * Loads and starts one backend and makes it TensorFlow.js's current one.
 *
 * @throws {Error} when the backend can't be started here.
 */
export async function startBackend(device: Device, options: BackendOptions): Promise<void> {
  if (tf.findBackend(device) === null) await LOADERS[device](options);
  await makeCurrent(device);
  await tf.ready();
}

/**
 * Loads and starts a graphics backend beside the current one, which stays current meanwhile: what runs goes on.
 *
 * @throws {Error} when the backend can't be started here.
 */
export async function prepareBackend(
  device: Extract<Device, 'webgl' | 'webgpu'>,
  options: BackendOptions,
): Promise<void> {
  if (tf.findBackend(device) === null) await LOADERS[device](options);
  if (tf.findBackend(device) === null)
    throw new Error(`TensorFlow.js could not start its ${device} backend.`);
}

/**
 * TensorFlow.js's threads are left alone. Nearly all that takes time is done by our kernels, in the worker itself; and
 * where threads have been started, Firefox 140 runs all of that worker's code a hundred times slower.
 */
function withoutThreads(): void {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
}

type Gpu = { device: GPUDevice };

const LOADERS: Record<Device, (options: BackendOptions) => Promise<void>> = {
  async cpu() {
    await import('@tensorflow/tfjs-backend-cpu');
  },
  async wasm({ wasmPaths }) {
    const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
    withoutThreads();
    // It wants an address for each of its three binaries; this one is never asked for.
    setWasmPaths({ ...wasmPaths, 'tfjs-backend-wasm-threaded-simd.wasm': 'none' });
    if (!(await tf.setBackend('wasm'))) throw new Error('WebAssembly gave no backend.');
    const backend = tf.backend() as BackendWasm;
    bringBeforeLooking(backend);
    installNative(memoryOf(backend));
    const native = installedNative();
    if (native !== null) installKernels(native);
  },
  async webgl({ onLost }) {
    const { setWebGLContext } = await import('@tensorflow/tfjs-backend-webgl');
    setWebGLContext(
      2,
      createContext(() => onLost('webgl', 'The graphics context was lost.')),
    );
  },
  async webgpu({ onLost }) {
    await import('@tensorflow/tfjs-backend-webgpu');
    const backend = (await tf.findBackendFactory('webgpu')?.()) as unknown as Gpu | undefined;
    if (backend === undefined) throw new Error('WebGPU gave no device.');
    // `setBackend` would leave TensorFlow.js without any backend while this one starts.
    (tf.engine() as unknown as { registry: Record<string, Gpu> }).registry['webgpu'] = backend;
    // TensorFlow.js keeps the GPUDevice on its backend and watches it for no one.
    void backend.device.lost.then((info) =>
      onLost('webgpu', `The graphics device was lost: ${info.message}`),
    );
  },
};

/**
 * A context of our own: TensorFlow.js refuses software renderers and, on Safari, makes no canvas in a worker at all;
 * given a context it works on both.
 */
function createContext(onLost: () => void): WebGLRenderingContext {
  const canvas = new OffscreenCanvas(1, 1);
  const gl = canvas.getContext('webgl2', {
    alpha: false,
    antialias: false,
    premultipliedAlpha: false,
    preserveDrawingBuffer: false,
    depth: false,
    stencil: false,
  });
  if (gl === null) throw new Error('This browser gave no WebGL 2 context.');
  canvas.addEventListener('webglcontextlost', onLost, { once: true });
  return gl as unknown as WebGLRenderingContext;
}
