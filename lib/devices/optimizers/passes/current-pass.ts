import * as tf from '@tensorflow/tfjs-core';
import { installedNative } from '../../native';
import { cpuPass } from './cpu';
import type { Pass } from './pass';
import { wasmPass } from './wasm';
import { webglPass } from './webgl';
import { webgpuPass } from './webgpu';

/** How variables are updated on the backend in use; null where it must be TensorFlow.js's own way. */
export function currentPass(): Pass | null {
  switch (tf.getBackend()) {
    case 'cpu':
      return cpuPass;
    case 'wasm': {
      const native = installedNative();
      return native && wasmPass(native);
    }
    case 'webgl':
      return webglPass;
    case 'webgpu':
      return webgpuPass;
    default:
      return null;
  }
}
