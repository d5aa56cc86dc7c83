/** A test of a value from outside. It never trusts a length or a depth before it has looked at it. */
export type Check<T> = (value: unknown) => value is T;
export type Fields<T> = { [K in keyof T]-?: Check<T[K]> };

/** Three objects for each level of a value, and what a message puts around it. */
const MAX_DEPTH = 40;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export const isBoolean: Check<boolean> = (value): value is boolean => typeof value === 'boolean';

/** Any number: NaN and the infinities are values that a reader's model can have. */
export const isNumber: Check<number> = (value): value is number => typeof value === 'number';

export const isFiniteNumber: Check<number> = (value): value is number => Number.isFinite(value);

export const isCount: Check<number> = (value): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;

/** A size along one axis; -1 where it is open, as a batch's. */
export const isExtent: Check<number> = (value): value is number => value === -1 || isCount(value);

export const text =
  (maximum: number): Check<string> =>
  (value): value is string =>
    typeof value === 'string' && value.length <= maximum;

export const oneOf =
  <T extends string>(...values: readonly T[]): Check<T> =>
  (value): value is T =>
    (values as readonly unknown[]).includes(value);

export const either =
  <A, B>(a: Check<A>, b: Check<B>): Check<A | B> =>
  (value): value is A | B =>
    a(value) || b(value);

export const isNull: Check<null> = (value): value is null => value === null;

/** Exactly two, as the ends of an interval. */
export const pairOf =
  <T>(check: Check<T>): Check<[T, T]> =>
  (value): value is [T, T] =>
    listOf(check, 2)(value) && value.length === 2;

/** A field that may be missing. It is typed as the field's own type, as `Fields` has it. */
export const optional = <T>(check: Check<T>): Check<T> =>
  ((value: unknown) => value === undefined || check(value)) as Check<T>;

/** An array without holes (`every` would skip them). */
export const listOf =
  <T>(check: Check<T>, maximum: number): Check<T[]> =>
  (value): value is T[] => {
    if (!Array.isArray(value) || value.length > maximum) return false;
    for (let i = 0; i < value.length; i++) if (!check(value[i])) return false;
    return true;
  };

export const recordOf =
  <T>(check: Check<T>, maximum: number, maximumKey: number): Check<Record<string, T>> =>
  (value): value is Record<string, T> => {
    if (!isObject(value) || Array.isArray(value)) return false;
    const entries = Object.entries(value);
    return (
      entries.length <= maximum &&
      entries.every(([key, entry]) => key.length <= maximumKey && check(entry))
    );
  };

export function shape<T extends object>(fields: Fields<T>): Check<T> {
  const checks = Object.entries(fields) as [string, Check<unknown>][];
  return (value): value is T =>
    isObject(value) && checks.every(([key, check]) => check(value[key]));
}

type Variants<U, Tag extends keyof U> = {
  [V in U[Tag] & string]: Fields<Omit<Extract<U, Record<Tag, V>>, Tag>>;
};

/** A tagged union: for each value of the tag, the checks of the other fields. */
export const variants =
  <U extends object>() =>
  <Tag extends keyof U & string>(tag: Tag, cases: Variants<U, Tag>): Check<U> => {
    const checks = new Map(
      Object.entries(cases).map(([value, fields]) => [value, shape(fields as Fields<object>)]),
    );
    return (value): value is U =>
      isObject(value) && checks.get(value[tag] as string)?.(value) === true;
  };

export const float32 = (value: unknown): value is Float32Array => value instanceof Float32Array;
export const uint8 = (value: unknown): value is Uint8Array => value instanceof Uint8Array;
export const uint8Clamped = (value: unknown): value is Uint8ClampedArray =>
  value instanceof Uint8ClampedArray;
export const int16 = (value: unknown): value is Int16Array => value instanceof Int16Array;
export const uint32 = (value: unknown): value is Uint32Array => value instanceof Uint32Array;

/**
 * Whether a walk of the value ends within `nodes` values and a sane depth. A value is counted as often as it is
 * reached, so a cyclic or shared graph is as large as its walk; a typed array is one value. Plain values count too:
 * they cost the guards as much as objects, and an array of them may be shared a million times.
 */
export function isBounded(value: unknown, nodes: number): boolean {
  const stack: [value: unknown, depth: number][] = [[value, 0]];
  let left = nodes;
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const [current, depth] = top;
    if (!isObject(current) || ArrayBuffer.isView(current)) continue;
    if (depth > MAX_DEPTH) return false;
    // Before its values are listed: that alone takes as long as the array is.
    if (Array.isArray(current) && current.length > left) return false;
    const children = Object.values(current);
    // Holes are walked over too.
    left -= Math.max(children.length, Array.isArray(current) ? current.length : 0);
    if (left < 0) return false;
    for (const child of children) if (isObject(child)) stack.push([child, depth + 1]);
  }
  return true;
}
