import { describe, expect, it } from 'vitest';
import { createNative } from './native';

describe.each([
  ['its own', new WebAssembly.Memory({ initial: 1 })],
  ['a shared', new WebAssembly.Memory({ initial: 1, maximum: 65_536, shared: true })],
])('the native kernels on %s memory', (_, memory) => {
  it('work on floats in blocks of four and the rest', () => {
    const floats = new Float32Array(memory.buffer, 64, 7);
    floats.set([1, -2, 3, -4, -5, 6, -7]);
    createNative(memory).relu(64, 6, 64);
    expect([...floats]).toEqual([1, 0, 3, 0, 0, 6, -7]);
  });
});
