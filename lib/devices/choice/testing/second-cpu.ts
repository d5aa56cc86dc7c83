import * as tf from '@tensorflow/tfjs-core';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { Device } from '@/lib/protocol';

/** Registers the cpu backend once more under a graphics device's name, so that Node has one to move to. */
export function registerSecondCpu(name: Extract<Device, 'webgl' | 'webgpu'>): void {
  if (!tf.registerBackend(name, () => new MathBackendCPU())) return;
  for (const kernel of tf.getKernelsForBackend('cpu')) {
    tf.registerKernel({ ...kernel, backendName: name });
  }
}
