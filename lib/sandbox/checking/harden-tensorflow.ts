import { setTensorTracker } from '@tensorflow/tfjs-core/dist/tensor';
import * as tf from '@/lib/course/tf';

type Names = Record<string, unknown>;

/**
 * What would let an answer change how TensorFlow.js computes, or what is read from a tensor: the tests ask the same
 * library.
 */
const REFUSED = [
  ...['ENV', 'Environment', 'KernelBackend', 'DataStorage', 'backend', 'copyRegisteredKernels'],
  ...['engine', 'env', 'findBackend', 'findBackendFactory', 'getGradient', 'getKernel'],
  ...['getKernelsForBackend', 'registerBackend', 'registerCallbackConstructor', 'registerGradient'],
  ...['registerKernel', 'registerOp', 'removeBackend', 'setPlatform', 'unregisterGradient'],
  ...['unregisterKernel', 'setOpHandler'],
];

/** Where TensorFlow.js leaves its engine and its lists of kernels for other copies of itself. */
const LEFT_ON_GLOBAL = ['_tfengine', '_tfGlobals'];

/**
 * Freezes TensorFlow.js's namespaces and classes, and gives the `tf` that an answer and its tests find: without the
 * names that are refused. Instances stay as they are, as do the library's own variables.
 */
export function hardenTensorFlow(scope: typeof globalThis = globalThis): Readonly<Names> {
  const engine = tf.engine() as unknown as ReturnType<Parameters<typeof setTensorTracker>[0]>;
  // Tensors find their engine there; from here on they know it.
  setTensorTracker(() => engine);
  for (const name of LEFT_ON_GLOBAL) Reflect.deleteProperty(scope, name);
  const seen = new Set<object>();
  freezeTree(tf, seen);
  for (const cls of registeredClasses()) freezeTree(cls, seen);
  return Object.freeze(Object.fromEntries(Object.entries(tf).map(facade)));
}

function facade([name, value]: [string, unknown]): [string, unknown] {
  return [name, REFUSED.includes(name) ? refuse(name) : value];
}

/** A function, as most of them are; it is not told what it is called with. */
function refuse(name: string): () => never {
  return Object.freeze(() => {
    throw new Error(
      `\`tf.${name}\` is not there in an exercise: an answer can’t change what its tests are made of.`,
    );
  });
}

/**
 * Namespaces, functions, classes with their prototypes and their ancestors. It does not look into instances, other than
 * plain objects: the engine and the registries must go on changing.
 */
function freezeTree(value: unknown, seen: Set<object>): void {
  if (!isObject(value) || seen.has(value) || !isFrozenKind(value)) return;
  seen.add(value);
  for (const key of Reflect.ownKeys(value)) {
    if (typeof key === 'string' && REFUSED.includes(key)) continue;
    const property = Reflect.getOwnPropertyDescriptor(value, key);
    // Of an accessor, the value only where it is that of a namespace: others may compute, or throw.
    const isExport = property?.get !== undefined && isNamespace(value);
    freezeTree(isExport ? (value as Names)[key as string] : property?.value, seen);
  }
  if (typeof value === 'function') freezeTree(Object.getPrototypeOf(value), seen);
  else if (Object.hasOwn(value, 'constructor')) freezeTree(Object.getPrototypeOf(value), seen);
  if (typeof value === 'object' && Object.hasOwn(value, 'constructor')) letOverride(value);
  // A module's own namespace can't be frozen, nor can it be changed.
  if (Object.prototype.toString.call(value) !== '[object Module]') Object.freeze(value);
}

/**
 * An object can't be given a property by assignment where its frozen prototype has one of that name; TensorFlow.js does
 * so, and readers may. Behind an accessor the prototype keeps its value, and its heirs may have their own.
 */
function letOverride(prototype: object): void {
  for (const key of Reflect.ownKeys(prototype)) {
    const { value, configurable } = Reflect.getOwnPropertyDescriptor(prototype, key) ?? {};
    if (typeof value !== 'function' || configurable !== true || key === 'constructor') continue;
    Object.defineProperty(prototype, key, {
      configurable: false,
      get: () => value as unknown,
      set(this: unknown, given: unknown) {
        if (this === prototype || !isObject(this)) {
          throw new TypeError(
            `\`${String(key)}\` of TensorFlow.js can’t be replaced in an exercise.`,
          );
        }
        const own = { value: given, writable: true, enumerable: true, configurable: true };
        Object.defineProperty(this, key, own);
      },
    });
  }
}

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/** A namespace of a bundle is a plain object of getters, or a module's own. */
function isNamespace(value: object): boolean {
  if (Object.hasOwn(value, 'constructor')) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return typeof value === 'object' && (prototype === null || prototype === Object.prototype);
}

/** A prototype has a `constructor` of its own. */
function isFrozenKind(value: object): boolean {
  if (value === Object.prototype || value === Function.prototype) return false;
  return typeof value === 'function' || isNamespace(value) || Object.hasOwn(value, 'constructor');
}

type ClassMap = Record<string, [cls: unknown, fromConfig: unknown]>;

/**
 * Layers, optimizers, initializers, ...: classes that TensorFlow.js makes things of by name. Another can be registered
 * under a new name, and none in place of these.
 */
function registeredClasses(): unknown[] {
  const map = tf.serialization.SerializationMap.getMap() as unknown as { classNameMap: ClassMap };
  const classes = Object.entries(map.classNameMap);
  for (const [name, entry] of classes) {
    const value = Object.freeze(entry);
    Object.defineProperty(map.classNameMap, name, { value, writable: false, configurable: false });
  }
  // The list itself stays open: layers of one's own may be added to it.
  Object.freeze(map);
  return classes.map(([, [cls]]) => cls);
}
