import * as tf from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { installedNative } from './native';
import { startWasm } from './testing/start-wasm';

describe('the WASM backend', () => {
  beforeAll(startWasm);

  it('is current, and has no threads', () => {
    expect(tf.getBackend()).toBe('wasm');
    expect((tf.backend() as BackendWasm).wasm).not.toHaveProperty('PThread');
  });

  it("lets our kernels work on its tensors' memory", () => {
    const x = tf.tensor1d([1, -2, 3, -4, -5]);
    const address = (tf.backend() as BackendWasm).getMemoryOffset(x.dataId);
    installedNative()!.relu(address, x.size, address);
    expect([...x.dataSync()]).toEqual([1, 0, 3, 0, 0]);
    x.dispose();
  });
});
