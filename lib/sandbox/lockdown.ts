import { HIDDEN_FROM_READERS } from './hidden-names';

/**
 * Takes those names away from this worker, for good. Must run after everything that needs them has kept its own
 * reference, and before the first line of reader code.
 */
export function lockDown(scope: typeof globalThis = globalThis): void {
  for (const name of HIDDEN_FROM_READERS) {
    remove(scope, name);
    remove(scope.navigator, name);
  }
}

function remove(target: object, name: string): void {
  for (
    let owner: object | null = target;
    owner !== null;
    owner = Object.getPrototypeOf(owner) as object | null
  ) {
    if (!Object.hasOwn(owner, name)) continue;
    // A property that can't be deleted is replaced, so that the scan never trusts `delete` alone.
    if (!Reflect.deleteProperty(owner, name)) {
      Reflect.defineProperty(owner, name, {
        value: undefined,
        writable: false,
        configurable: false,
      });
    }
  }
}
