import { expect, it } from 'vitest';
import { createNative } from './native';

it('works on floats in blocks of four and the rest', () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const floats = new Float32Array(memory.buffer, 64, 7);
  floats.set([1, -2, 3, -4, -5, 6, -7]);
  createNative(memory).relu(64, 6, 64);
  expect([...floats]).toEqual([1, 0, 3, 0, 0, 6, -7]);
});
