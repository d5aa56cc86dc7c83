import * as tf from './tf';

/** Objects looked at before the search gives up. */
const MOST_OBJECTS = 200_000;

/**
 * Visits every object that can be reached from these values, each once: through own properties, arrays, maps and sets.
 * What only a closure or a private field holds can't be seen. Getters are not called, and a tensor's own members and
 * what TensorFlow.js holds for all cells are left out.
 * @param visit may return true to end the search.
 * @returns whether everything was visited: false when there are more than `most` objects.
 */
export function visitReachable(
  from: readonly unknown[],
  visit: (value: object) => boolean | void,
  most = MOST_OBJECTS,
): boolean {
  const seen = new Set<object>(shared());
  const last = seen.size + most;
  const stack: unknown[] = [...from];
  while (stack.length > 0) {
    const value = stack.pop();
    if (!isObject(value) || seen.has(value)) continue;
    if (seen.size === last) return false;
    seen.add(value);
    try {
      if (visit(value) === true) return true;
      if (canHold(value)) pushMembers(value, stack);
    } catch {
      // A proxy whose traps throw: what is behind it stays unseen.
    }
  }
  return true;
}

/**
 * Which of the tensors sought can be reached from these values.
 * @returns their ids; all of them if the search gives up, since a leak should be told only when it is sure.
 */
export function reachableTensors(
  from: readonly unknown[],
  sought: ReadonlyMap<number, tf.Tensor>,
): Set<number> {
  const found = new Set<number>();
  if (sought.size === 0) return found;
  const isComplete = visitReachable(from, (value) => {
    if (value instanceof tf.Tensor && sought.has(value.id)) found.add(value.id);
    return found.size === sought.size;
  });
  return isComplete ? found : new Set(sought.keys());
}

/** The tensors that these values hold and that are not disposed, by id; none if the search gives up. */
export function tensorsIn(from: readonly unknown[]): Map<number, tf.Tensor> {
  const found = new Map<number, tf.Tensor>();
  const isComplete = visitReachable(from, (value) => {
    if (value instanceof tf.Tensor && !value.isDisposed) found.set(value.id, value);
  });
  return isComplete ? found : new Map();
}

/** From these one would reach the tensors of all cells. */
const shared = (): object[] => [globalThis, tf.engine(), tf.env()];

function isObject(value: unknown): value is object {
  return typeof value === 'function' || (typeof value === 'object' && value !== null);
}

function canHold(value: object): boolean {
  return !ArrayBuffer.isView(value) && !(value instanceof tf.Tensor);
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
  if (isObject(value)) stack.push(value);
}
