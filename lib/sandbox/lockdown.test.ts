import { expect, it } from 'vitest';
import { HIDDEN_FROM_READERS } from './hidden-names';
import { lockDown } from './lockdown';

it('removes every name from the scope, its navigator and their prototypes', () => {
  const names = Object.fromEntries(HIDDEN_FROM_READERS.map((name) => [name, function Hidden() {}]));
  const inherited = (own: object) => Object.assign(Object.create({ ...names }) as object, own);
  const scope = inherited({ ...names, navigator: inherited({ ...names }) });
  lockDown(scope as typeof globalThis);
  const { navigator } = scope as { navigator: object };
  for (const name of HIDDEN_FROM_READERS) {
    expect(name in scope, name).toBe(false);
    expect(name in navigator, `navigator.${name}`).toBe(false);
  }
});

it('makes useless what it can not delete', () => {
  const scope = { navigator: {} };
  Object.defineProperty(scope, 'indexedDB', {
    value: 'store',
    configurable: false,
    writable: true,
  });
  lockDown(scope as unknown as typeof globalThis);
  expect((scope as { indexedDB?: unknown }).indexedDB).toBeUndefined();
});
