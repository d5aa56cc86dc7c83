/**
 * Freezes lists, plain objects and functions, and what is below them: an answer may read what the set-up gives, and the
 * tests compare with it. Tensors, models, typed arrays and instances of classes stay as they are: they may be meant to
 * be trained.
 */
export function freezePlain(value: unknown, seen = new Set<object>()): void {
  if (!isPlain(value) || seen.has(value)) return;
  seen.add(value);
  Object.freeze(value);
  for (const key of Reflect.ownKeys(value)) {
    freezePlain(Reflect.getOwnPropertyDescriptor(value, key)?.value, seen);
  }
}

function isPlain(value: unknown): value is object {
  if (typeof value === 'function') return true;
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === null || prototype === Object.prototype;
}
