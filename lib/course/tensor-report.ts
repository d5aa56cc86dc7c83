import { LIMITS, type MemoryReport } from '@/lib/protocol';
import { reachableTensors } from './reachable-tensors';
import * as tf from './tf';

/**
 * The two methods through which every tensor comes and goes. They are not part of TensorFlow.js's
 * public types, but are what all backends and `tf.variable` go through in 4.22; `tf.memory()` only
 * has totals, and scopes do not see tensors made between two awaits.
 */
type Tracker = {
  trackTensor(tensor: tf.Tensor, backend: unknown): void;
  disposeTensor(tensor: tf.Tensor): void;
};

export type TensorReport = {
  /**
   * Ends the watch and tells what is left of it. Call it when all outputs have been read: a tensor
   * that is still being read back counts as alive.
   * @param held what lives on after the run: the values of all cells. A tensor made in this run
   *   that can be reached from them (also through arrays, objects, models, optimizers) is no leak.
   */
  finish(held: readonly unknown[]): MemoryReport;
};

/** Tensors by id, made in the present run and not disposed; null between runs. */
let made: Map<number, tf.Tensor> | null = null;
let isHooked = false;

/** Watches which tensors are made from here on. There is one watch at a time; a second one replaces the first. */
export function startReport(): TensorReport {
  hook();
  const mine = new Map<number, tf.Tensor>();
  made = mine;
  return {
    finish(held) {
      if (made === mine) made = null;
      const { numTensors, numBytes } = tf.memory();
      return { tensors: numTensors, bytes: numBytes, ...group(leaksAmong(mine, held)) };
    },
  };
}

/** Puts our eyes before the engine's own methods, once; they cost a few nanoseconds when no run is watched. */
function hook(): void {
  if (isHooked) return;
  isHooked = true;
  const engine = tf.engine() as unknown as Tracker;
  const { trackTensor, disposeTensor } = engine;
  engine.trackTensor = function (this: Tracker, tensor, backend) {
    made?.set(tensor.id, tensor);
    trackTensor.call(this, tensor, backend);
  };
  engine.disposeTensor = function (this: Tracker, tensor) {
    made?.delete(tensor.id);
    disposeTensor.call(this, tensor);
  };
}

/** Variables belong to models and optimizers, which TensorFlow.js keeps by name until they are disposed. */
function leaksAmong(mine: Map<number, tf.Tensor>, held: readonly unknown[]): tf.Tensor[] {
  const candidates = new Map<number, tf.Tensor>();
  for (const tensor of mine.values()) {
    if (!(tensor instanceof tf.Variable) && !tensor.isDisposed) candidates.set(tensor.id, tensor);
  }
  for (const id of reachableTensors(held, candidates)) candidates.delete(id);
  return [...candidates.values()];
}

/** By shape and dtype, most first. */
function group(tensors: tf.Tensor[]): Pick<MemoryReport, 'leaked' | 'others'> {
  const groups = new Map<string, MemoryReport['leaked'][number]>();
  for (const { shape, dtype } of tensors) {
    const key = `${dtype} ${shape.join(',')}`;
    const known = groups.get(key);
    if (known) known.count += 1;
    else groups.set(key, { shape: [...shape], dtype, count: 1 });
  }
  const leaked = [...groups.values()]
    .filter(({ shape }) => shape.length <= LIMITS.rank)
    .sort((a, b) => b.count - a.count)
    .slice(0, LIMITS.leakedKinds);
  const others = leaked.reduce((left, { count }) => left - count, tensors.length);
  return others === 0 ? { leaked } : { leaked, others };
}
