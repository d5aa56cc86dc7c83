import 'ses/lockdown-shim.js';
import { fixMathRandom } from '@/lib/course';

type Lockdown = (options: Record<string, string>) => void;

/** What SES puts on the global object for its own users, and what nobody here needs. */
const SES_NAMES = [
  'Compartment',
  'ModuleSource',
  'hardenIntrinsics',
  'lockdown',
  'repairIntrinsics',
];

/**
 * Freezes JavaScript's own objects for good: code that runs from here on can't change what the grader is made of. To be
 * called before the first line of reader code, and after everything that changes such objects itself.
 *
 * @throws {Error} when the browser can't be hardened.
 */
export function hardenLanguage(scope: typeof globalThis = globalThis): void {
  // The last time that it is set: from here on a seed is put behind it.
  fixMathRandom();
  const { lockdown } = scope as { lockdown?: Lockdown };
  if (lockdown === undefined) throw new Error('SES has not been loaded.');
  const { console } = scope;
  const replaceable = { value: console, writable: true, configurable: true };
  // SES assigns it, whether it has changed it or not.
  Object.defineProperty(scope, 'console', replaceable);
  lockdown({
    // Assigning to a property of one's own object works, also where an ancestor's property of that name is frozen.
    overrideTaming: 'moderate',
    evalTaming: 'no-eval',
    errorTaming: 'unsafe',
    stackFiltering: 'verbose',
    errorTrapping: 'none',
    unhandledRejectionTrapping: 'none',
    regExpTaming: 'unsafe',
    consoleTaming: 'unsafe',
    localeTaming: 'unsafe',
    domainTaming: 'unsafe',
    reporting: 'none',
  });
  Object.defineProperty(scope, 'console', replaceable);
  for (const name of SES_NAMES) Reflect.deleteProperty(scope, name);
}

/**
 * Freezes what the global scope names besides: the browser's `URL`, `Blob`, `performance`, `setTimeout` with what their
 * prototypes hold, and the course library. Those names are taken for good; others may still be added.
 */
export function hardenGlobals(scope: typeof globalThis = globalThis): void {
  for (
    let owner: object | null = scope;
    owner !== null && owner !== Object.prototype;
    owner = Object.getPrototypeOf(owner) as object | null
  ) {
    for (const key of Reflect.ownKeys(owner)) freezeNamed(owner, key);
    if (owner !== scope) freeze(owner);
  }
}

function freezeNamed(owner: object, key: string | symbol): void {
  const property = Reflect.getOwnPropertyDescriptor(owner, key);
  if (property === undefined || !('value' in property)) return freezeAccessed(owner, key, property);
  const value: unknown = property.value;
  if (value === owner || !isObject(value)) return;
  freeze(value);
  freeze(prototypeOf(value));
  if (property.configurable !== true) return;
  Reflect.defineProperty(owner, key, { value, writable: false, configurable: false });
}

/** `performance`, `navigator`, `crypto`: objects of the worker's own, behind getters. */
function freezeAccessed(owner: object, key: string | symbol, property?: PropertyDescriptor): void {
  if (property?.get === undefined) return;
  if (property.configurable === true) {
    Reflect.defineProperty(owner, key, { ...property, configurable: false });
  }
  const value = read(() => Reflect.apply(property.get!, globalThis, []) as unknown);
  if (!isObject(value) || value === globalThis) return;
  freeze(value);
  freeze(prototypeOf(value));
}

const prototypeOf = (value: object): unknown =>
  typeof value === 'function' ? read(() => (value as { prototype?: unknown }).prototype) : null;

/** Some objects of a browser can't be frozen, or not be asked for. */
function freeze(value: unknown): void {
  if (isObject(value)) read(() => Object.freeze(value));
}

function read<T>(get: () => T): T | undefined {
  try {
    return get();
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';
