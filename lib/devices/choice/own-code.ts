import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';

type Class = { className: string };
type Part = object & { getClassName?(): string };

/** What TensorFlow.js itself has, before reader code adds to it. */
export type Builtins = { classes: ReadonlySet<unknown>; functions: ReadonlySet<unknown> };

export function builtins(): Builtins {
  const { classNameMap } = tf.serialization.SerializationMap.getMap();
  const classes = new Set<unknown>(
    Object.values(classNameMap).map(([constructor]) => constructor as unknown as Class),
  );
  return { classes, functions: new Set<unknown>(Object.values(tf.losses)) };
}

/**
 * Whether code of the reader's own runs in a training step of the model: in a layer, a loss, a metric or an optimizer.
 * Such a step must not be done once more than was asked for, since that code may count, or print.
 */
export function hasOwnCode(model: LayersModel, { classes, functions }: Builtins): boolean {
  const { loss, metrics } = model as unknown as { loss: unknown; metrics: unknown };
  const isOwnFunction = (value: unknown) => typeof value === 'function' && !functions.has(value);
  if ([loss, metrics].some((value) => leaves(value).some(isOwnFunction))) return true;
  if (!classes.has(model.optimizer.constructor)) return true;
  return model.layers.some((layer) => isOwnPart(layer, classes, 0));
}

function leaves(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return Object.values(value).flatMap(leaves);
}

/** Parts of parts: a wrapper's layer, a recurrent layer's cell, the layers of a model in a model. */
const DEPTH = 4;

function isOwnPart(part: Part, classes: ReadonlySet<unknown>, depth: number): boolean {
  if (depth > DEPTH || !classes.has(part.constructor) || Object.hasOwn(part, 'call')) return true;
  return partsOf(part).some((inner) => isOwnPart(inner, classes, depth + 1));
}

function partsOf(part: Part): Part[] {
  const holder = part as Record<string, unknown>;
  const named = ['layer', 'cell', 'forwardLayer', 'backwardLayer', 'activation'].map(
    (name) => holder[name],
  );
  const listed = ['layers', 'cells'].flatMap((name) => holder[name] ?? []);
  return [...named, ...listed].filter(
    (inner): inner is Part =>
      typeof inner === 'object' &&
      inner !== null &&
      typeof (inner as Part).getClassName === 'function',
  );
}
