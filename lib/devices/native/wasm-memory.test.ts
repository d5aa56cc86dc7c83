import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { expect, it } from 'vitest';
import { startWasm } from '../testing/start-wasm';

it('looks at a tensor of another device that the memory has to grow for', async () => {
  await startWasm();
  await tf.setBackend('cpu');
  const size = 16_000_000;
  const elsewhere = tf.fill([size], 3);
  await tf.setBackend('wasm');
  const backend = tf.backend() as BackendWasm;
  const bytes = () => (backend.wasm as unknown as { HEAPU8: Uint8Array }).HEAPU8.length;
  const before = bytes();
  const values = backend.typedArrayFromHeap(elsewhere);
  expect(bytes()).toBeGreaterThan(before);
  expect(values).toHaveLength(size);
  expect(values[size - 1]).toBe(3);
});
