import * as tf from './tf';

/** Objects looked at before the search gives up. */
const MOST_OBJECTS = 200_000;

/**
 * Which of the tensors sought can be reached from these values, through own properties, arrays, maps
 * and sets. What only a closure or a private field holds can't be seen. Getters are not called.
 * @returns their ids; all of them if the search gives up, since a leak should be told only when it is sure.
 */
export function reachableTensors(
  from: readonly unknown[],
  sought: ReadonlyMap<number, tf.Tensor>,
): Set<number> {
  const found = new Set<number>();
  const seen = new Set<object>();
  const stack: unknown[] = [...from];
  while (stack.length > 0 && found.size < sought.size) {
    const value = stack.pop();
    if (!canHold(value) || seen.has(value)) continue;
    if (seen.size === MOST_OBJECTS) return new Set(sought.keys());
    seen.add(value);
    try {
      if (!(value instanceof tf.Tensor)) pushMembers(value, stack);
      else if (sought.has(value.id)) found.add(value.id);
    } catch {
      // A proxy whose traps throw: what is behind it stays unseen.
    }
  }
  return found;
}

function canHold(value: unknown): value is object {
  if (typeof value === 'function') return true;
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}

function pushMembers(value: object, stack: unknown[]): void {
  if (value instanceof Map) for (const entry of value) stack.push(...entry);
  if (value instanceof Set) for (const item of value) stack.push(item);
  if (Array.isArray(value)) return pushItems(value, stack);
  // Symbols too, so that nothing that a reader can write hides a tensor.
  for (const key of Reflect.ownKeys(value)) {
    const member = Object.getOwnPropertyDescriptor(value, key);
    if (member && 'value' in member) push(member.value, stack);
  }
}

function pushItems(items: readonly unknown[], stack: unknown[]): void {
  for (const item of items) push(item, stack);
}

function push(value: unknown, stack: unknown[]): void {
  if (canHold(value)) stack.push(value);
}
