import type { ValueTree } from '@/lib/protocol';
import { LIMITS } from '@/lib/protocol';
import { functionText } from './function-text';
import { readsAreAsync } from './read-values';
import { snapshotObject } from './snapshot-object';
import { snapshotTensor } from './snapshot-tensor';
import type { Soon } from './soon';
import { allSoon, mapSoon } from './soon';
import * as tf from './tf';
import type { Walk } from './walk';
import { bounded, messageOf, nameOf, opaque, primitive } from './walk';

/** A tensor's preview is heavy; it counts as this many nodes. */
const TENSOR_NODES = 20;
const NODES = 4_000;
const CHARACTERS = 100_000;

/**
 * Copies any value into a tree that can be sent: bounded in depth, breadth and size, and safe with
 * circles, getters that throw and disposed tensors. It changes nothing and keeps no tensor alive.
 * @param isAsync whether tensors have to be read asynchronously; their values are those of this moment.
 * @returns the tree, or a promise of it when it holds tensors and they are read asynchronously.
 */
export function snapshot(value: unknown, isAsync = readsAreAsync()): Soon<ValueTree> {
  return mapSoon(snapshotAll([value], isAsync), ([tree]) => tree as ValueTree);
}

/** Several values that are shown together; they share the room that one has. */
export function snapshotAll(
  values: readonly unknown[],
  isAsync = readsAreAsync(),
): Soon<ValueTree[]> {
  const walk: Walk = {
    isAsync,
    nodes: NODES,
    characters: CHARACTERS,
    path: [],
    pending: [],
    copy: (inner) => copy(inner, walk),
  };
  const trees = values.map((value) => walk.copy(value));
  return mapSoon(allSoon<void>(walk.pending), () => trees);
}

function copy(value: unknown, walk: Walk): ValueTree {
  walk.nodes -= 1;
  if (walk.nodes < 0) return opaque('… (too much to show)', walk);
  switch (typeof value) {
    case 'function':
      return copyFunction(value as object, walk);
    case 'object':
      return value === null ? primitive('null', 'null', walk) : copyObject(value, walk);
    default:
      return primitive(typeof value as 'string', primitiveText(value), walk);
  }
}

/** A name may be a getter, or no text. */
function copyFunction(value: object, walk: Walk): ValueTree {
  try {
    return { type: 'function', text: bounded(functionText(value), walk) };
  } catch (error) {
    return opaque(`a function that could not be looked into: ${messageOf(error)}`, walk);
  }
}

function copyObject(value: object, walk: Walk): ValueTree {
  const depth = walk.path.length;
  try {
    if (value instanceof tf.Tensor) return copyTensor(value, walk);
    if (value instanceof tf.LayerVariable) return walk.copy(readVariable(value));
    if (walk.path.includes(value)) return opaque('circular', walk);
    if (depth >= LIMITS.valueDepth) return opaque(nameOf(value), walk);
    walk.path.push(value);
    return snapshotObject(value, walk);
  } catch (error) {
    // Not even `instanceof` is safe: the value may be a proxy whose traps throw.
    return opaque(`could not be looked into: ${messageOf(error)}`, walk);
  } finally {
    walk.path.length = depth;
  }
}

function copyTensor(tensor: tf.Tensor, walk: Walk): ValueTree {
  walk.nodes -= TENSOR_NODES;
  return snapshotTensor(tensor, walk);
}

/** `read()` throws when the variable is disposed; its tensor can still say so itself. */
function readVariable(variable: tf.LayerVariable): unknown {
  return (variable as unknown as { val: tf.Variable }).val;
}

function primitiveText(value: unknown): string {
  if (Object.is(value, -0)) return '-0';
  return typeof value === 'bigint' ? `${value}n` : String(value);
}
