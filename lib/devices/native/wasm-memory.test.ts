import { expect, it } from 'vitest';
import { keepInView } from './wasm-memory';

it('sees what a memory has grown by, whoever grew it', () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 4, shared: true });
  const module = { HEAPU8: new Uint8Array(memory.buffer) };
  keepInView(module, memory);
  module.HEAPU8[3] = 7;
  memory.grow(2);
  expect(module.HEAPU8).toHaveLength(3 * 65_536);
  expect(module.HEAPU8[3]).toBe(7);
  module.HEAPU8 = new Uint8Array(1);
  expect(module.HEAPU8).toHaveLength(3 * 65_536);
});
