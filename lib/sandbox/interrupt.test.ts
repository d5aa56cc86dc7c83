import { expect, it } from 'vitest';
import { createInterrupt, Interrupted } from './interrupt';

it('stops the run that it names, however late or early the word comes', () => {
  const shared = new SharedArrayBuffer(4);
  const interrupt = createInterrupt(shared);
  interrupt.begin(1);
  interrupt.check();
  Atomics.store(new Int32Array(shared), 0, 1);
  expect(() => interrupt.check()).toThrow(Interrupted);
  interrupt.begin(2);
  interrupt.check();
  interrupt.raise(3);
  interrupt.check();
  interrupt.begin(3);
  expect(() => interrupt.check()).toThrow(Interrupted);
});

it('works by messages alone where memory can not be shared', () => {
  const interrupt = createInterrupt(null);
  interrupt.begin(1);
  interrupt.raise(1);
  expect(() => interrupt.check()).toThrow(Interrupted);
});
