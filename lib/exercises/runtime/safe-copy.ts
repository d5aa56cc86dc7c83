import { isRealTensor } from './real-tensor';

/**
 * Copies of values, so that matchers look at plain data: a value of the reader's may answer each look differently, or
 * say by itself that it matches. Tensors stay, and functions, of which matchers ask only who they are.
 */
export type SafeCopy = <T>(value: T) => T;

/** Thrown for a value that can't be copied: a sentence for the reader. */
export class UnsafeValue extends TypeError {
  override name = 'UnsafeValue';
}

/** Values in one copied value; beyond them it would take too long. */
const MOST = 2_000_000;

type Copying = { seen: Map<object, unknown>; left: number; isPlain: boolean };

/** Copies made with one of these are the same for the same original, so that `toBe` means what it says. */
export function createSafeCopy(isTrusted: (value: object) => boolean = () => false): SafeCopy {
  const seen = new Map<object, unknown>();
  return <T>(value: T): T => {
    if (!isObject(value) || isTrusted(value)) return value;
    const copying: Copying = { seen, left: MOST, isPlain: true };
    const copied = copy(value, copying, isTrusted);
    if (copying.isPlain && copied !== value) refuseProxy(value);
    return copied as T;
  };
}

/** A structured clone reads the same data, and refuses a proxy. */
function refuseProxy(value: object): void {
  try {
    structuredClone(value);
  } catch {
    throw new UnsafeValue('The value is a proxy, which tests can’t trust. Return plain data.');
  }
}

type Trust = (value: object) => boolean;

function copy(value: unknown, copying: Copying, isTrusted: Trust): unknown {
  copying.left -= 1;
  if (copying.left < 0) throw new UnsafeValue('The value is too large to be compared.');
  if (!isObject(value)) return value;
  if (copying.seen.has(value)) return copying.seen.get(value);
  if (isTrusted(value) || isRealTensor(value)) return keep(value, copying);
  if ('asymmetricMatch' in value) throw new UnsafeValue(SAYS_ITSELF);
  if (typeof value === 'function') return keep(value, copying);
  return copyObject(value, copying, (inner) => copy(inner, copying, isTrusted));
}

function keep(value: object, copying: Copying): object {
  copying.isPlain = false;
  return value;
}

const SAYS_ITSELF =
  'The value has `asymmetricMatch`, by which it would say itself whether it is right. Return plain data.';

type CopyInner = (value: unknown) => unknown;

function copyObject(value: object, copying: Copying, inner: CopyInner): unknown {
  const register = <T extends object>(made: T): T => {
    copying.seen.set(value, made);
    return made;
  };
  const typed = typedCopy(value);
  if (typed !== null) return register(typed);
  if (Array.isArray(value)) return fillArray(value, register([]), inner);
  if (isMap(value)) {
    const made = register(new Map<unknown, unknown>());
    mapEach.call(value, (item, key) => made.set(inner(key), inner(item)));
    return made;
  }
  if (isSet(value)) {
    const made = register(new Set<unknown>());
    setEach.call(value, (item) => made.add(inner(item)));
    return made;
  }
  if (isDate(value)) return register(new Date(dateTime.call(value)));
  const pattern = patternOf(value);
  if (pattern !== null) return register(pattern);
  if (value instanceof Promise) return register(safePromise(value, inner, copying));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) copying.isPlain = false;
  if (value instanceof Error) return register(errorCopy(value));
  return fillObject(value, register(prototype === null ? Object.create(null) : {}), inner);
}

function fillArray(value: unknown[], made: unknown[], inner: CopyInner): unknown[] {
  const length = Number(dataOf(value, 'length'));
  if (length > MOST) throw new UnsafeValue('The value is too large to be compared.');
  made.length = length;
  for (let at = 0; at < length; at++) {
    if (Object.hasOwn(value, at)) made[at] = inner(dataOf(value, String(at)));
  }
  return made;
}

/** Own properties as data; an instance of a class comes out as a plain object. */
function fillObject(value: object, made: object, inner: CopyInner): object {
  for (const key of Reflect.ownKeys(value)) {
    const { enumerable } = Reflect.getOwnPropertyDescriptor(value, key) ?? {};
    const copied = inner(dataOf(value, key));
    Object.defineProperty(made, key, {
      value: copied,
      enumerable: enumerable === true,
      writable: true,
      configurable: true,
    });
  }
  return made;
}

/** @throws {UnsafeValue} for an accessor, which may say another thing each time. */
function dataOf(value: object, key: string | symbol): unknown {
  const property = Reflect.getOwnPropertyDescriptor(value, key);
  if (property !== undefined && !('value' in property)) {
    const name = `\`${String(key)}\``;
    throw new UnsafeValue(`${name} is a getter, which tests can’t trust. Return plain data.`);
  }
  return property?.value;
}

/** One of JavaScript's own kinds of error, with the message that it had. */
export function errorCopy(error: Error): Error {
  const Kind = ERRORS.find((kind) => error instanceof kind) ?? Error;
  const message = textOf(error, 'message');
  const made = new Kind(message);
  const name = textOf(error, 'name');
  if (name !== made.name && name !== '') made.name = name;
  return made;
}

const ERRORS = [TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError];

function textOf(error: Error, key: 'message' | 'name'): string {
  for (
    let owner: object | null = error;
    owner !== null;
    owner = Object.getPrototypeOf(owner) as object | null
  ) {
    const { value } = Reflect.getOwnPropertyDescriptor(owner, key) ?? {};
    if (value !== undefined) return typeof value === 'string' ? value : '';
  }
  return '';
}

function safePromise(value: Promise<unknown>, inner: CopyInner, copying: Copying) {
  copying.isPlain = false;
  return promiseThen.call(value, inner);
}

const promiseThen = Promise.prototype.then;
const mapEach = Map.prototype.forEach;
const setEach = Set.prototype.forEach;
const dateTime = Date.prototype.getTime;

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/** Whether it has the inner slots of the class: what looks like one throws. */
const hasSlots = (probe: () => unknown): boolean => {
  try {
    probe();
    return true;
  } catch {
    return false;
  }
};
const sizeOfMap = Reflect.getOwnPropertyDescriptor(Map.prototype, 'size')!.get!;
const sizeOfSet = Reflect.getOwnPropertyDescriptor(Set.prototype, 'size')!.get!;
const isMap = (value: object): value is Map<unknown, unknown> =>
  hasSlots(() => Reflect.apply(sizeOfMap, value, []));
const isSet = (value: object): value is Set<unknown> =>
  hasSlots(() => Reflect.apply(sizeOfSet, value, []));
const isDate = (value: object): value is Date => hasSlots(() => dateTime.call(value as Date));

const sourceOf = Reflect.getOwnPropertyDescriptor(RegExp.prototype, 'source')!.get!;
const flagsOf = Reflect.getOwnPropertyDescriptor(RegExp.prototype, 'flags')!.get!;

function patternOf(value: object): RegExp | null {
  if (!hasSlots(() => Reflect.apply(sourceOf, value, []))) return null;
  const [source, flags] = [sourceOf, flagsOf].map((get) => String(Reflect.apply(get, value, [])));
  return new RegExp(source!, flags);
}

const TypedArray = Object.getPrototypeOf(Uint8Array) as { prototype: object };
const kindOfTyped = Reflect.getOwnPropertyDescriptor(
  TypedArray.prototype,
  Symbol.toStringTag,
)!.get!;
const TYPED = {
  ...{ Float32Array, Float64Array, Int8Array, Int16Array, Int32Array, BigInt64Array },
  ...{ Uint8Array, Uint8ClampedArray, Uint16Array, Uint32Array, BigUint64Array },
};

function typedCopy(value: object): object | null {
  const kind = Reflect.apply(kindOfTyped, value, []) as keyof typeof TYPED | undefined;
  const Kind = kind === undefined ? undefined : TYPED[kind];
  return Kind === undefined ? null : new (Kind as Float32ArrayConstructor)(value as Float32Array);
}
