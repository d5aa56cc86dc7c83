import type { ValueTree } from '@/lib/protocol';
import { LIMITS } from '@/lib/protocol';
import type { Entry, Walk } from './walk';
import { bounded, keyOf, label, messageOf, nameOf, objectTree, opaque } from './walk';
import { snapshotLayer, snapshotModel } from './snapshot-model';
import * as tf from './tf';

/** An object that is no tensor: `walk.path` ends with it. */
export function snapshotObject(value: object, walk: Walk): ValueTree {
  if (value instanceof tf.LayersModel) return snapshotModel(value, walk);
  if (value instanceof tf.layers.Layer) return snapshotLayer(value, walk);
  if (value instanceof Error) return snapshotError(value, walk);
  if (Array.isArray(value)) return snapshotItems(nameOf(value), value, walk);
  if (ArrayBuffer.isView(value)) return snapshotView(value, walk);
  if (value instanceof Map) return snapshotMap(value, walk);
  if (value instanceof Set) return snapshotItems(`Set(${value.size})`, value, walk, value.size);
  const text = oneLine(value);
  return text === null ? snapshotMembers(value, walk) : opaque(text, walk);
}

function snapshotError(error: Error, walk: Walk): ValueTree {
  const name = label(String(error.name), walk, LIMITS.name);
  return { type: 'error', name, message: bounded(String(error.message), walk) };
}

/** What is one thing to the reader, though it is an object. */
function oneLine(value: object): string | null {
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? 'Date (invalid)' : `Date ${value.toISOString()}`;
  }
  if (value instanceof RegExp) return String(value);
  if (value instanceof Promise) return 'Promise (put await before it to see its value)';
  if (value instanceof ArrayBuffer) return `ArrayBuffer(${value.byteLength})`;
  if (value instanceof tf.SymbolicTensor) return `SymbolicTensor [${value.shape.join(', ')}]`;
  return null;
}

function snapshotView(view: ArrayBufferView, walk: Walk): ValueTree {
  if (view instanceof DataView) return opaque(`DataView(${view.byteLength})`, walk);
  const items = view as unknown as ArrayLike<number | bigint>;
  return snapshotItems(`${nameOf(view)}(${items.length})`, items, walk);
}

function snapshotItems(
  name: string,
  items: ArrayLike<unknown> | Iterable<unknown>,
  walk: Walk,
  length = (items as ArrayLike<unknown>).length,
): ValueTree {
  const entries: Entry[] = [];
  const shown = Math.min(length, LIMITS.valueEntries);
  const iterator = Symbol.iterator in items ? items[Symbol.iterator]() : null;
  for (let at = 0; at < shown; at++) {
    const item = iterator ? iterator.next().value : (items as ArrayLike<unknown>)[at];
    entries.push({ key: String(at), value: walk.copy(item) });
  }
  return objectTree(name, entries, length - shown, walk);
}

function snapshotMap(map: Map<unknown, unknown>, walk: Walk): ValueTree {
  const entries: Entry[] = [];
  for (const [key, value] of map) {
    if (entries.length === LIMITS.valueEntries) break;
    entries.push({ key: keyOf(keyText(key), walk), value: walk.copy(value) });
  }
  return objectTree(`Map(${map.size})`, entries, map.size - entries.length, walk);
}

function keyText(key: unknown): string {
  return typeof key === 'object' && key !== null ? nameOf(key) : String(key);
}

/** Own enumerable members; of a class of TensorFlow.js, its own name for itself, since bundlers shorten class names. */
function snapshotMembers(value: object, walk: Walk): ValueTree {
  const keys = value instanceof tf.History ? ['epoch', 'history'] : Object.keys(value);
  const shown = keys.slice(0, LIMITS.valueEntries);
  const entries = shown.map((key) => ({
    key: keyOf(key, walk),
    value: copyMember(value, key, walk),
  }));
  return objectTree(className(value), entries, keys.length - shown.length, walk);
}

function copyMember(value: object, key: string, walk: Walk): ValueTree {
  let member: unknown;
  try {
    member = (value as Record<string, unknown>)[key];
  } catch (error) {
    return opaque(`reading it failed: ${messageOf(error)}`, walk);
  }
  return walk.copy(member);
}

function className(value: object): string {
  if (value instanceof tf.History) return 'History';
  if (value instanceof tf.serialization.Serializable) return String(value.getClassName());
  return nameOf(value);
}
