import { LIMITS, type Leak, type MemoryReport } from '@/lib/protocol';
import { reachableTensors } from './reachable-tensors';
import type { TensorWatch } from './tensor-watch';
import * as tf from './tf';

/**
 * Where a tensor was made: its line in the cell that ran, and whether it was in a function of another cell that may keep
 * it for later.
 */
export type Origin = { line: number; mayBeKept: boolean };

/** A tensor that a run made, and that nothing holds any more. */
export type Loose = { tensor: tf.Tensor; origin: Origin | null };

/**
 * What a run made and left behind: neither disposed nor to be reached from what lives on. Call it when all outputs
 * have been read: a tensor that is still being read back counts as alive.
 * @param held the values of all cells. A tensor that can be reached from them (also through arrays, objects, models,
 *   optimizers) is not loose.
 * @param originOf reads a stack; null where it does not lead into the cell.
 */
export function looseTensors(
  watch: TensorWatch,
  held: readonly unknown[],
  originOf: (stack: string) => Origin | null,
): Loose[] {
  const candidates = new Map<number, tf.Tensor>();
  for (const tensor of watch.alive.values()) {
    if (watch.isNew(tensor) && !tensor.isDisposed) candidates.set(tensor.id, tensor);
  }
  for (const id of reachableTensors(held, candidates)) candidates.delete(id);
  const loose = [...candidates.values()].map((tensor) => {
    const stacks = watch.stacksOf(tensor);
    const origin = stacks.map(originOf).find((found) => found !== null) ?? null;
    return { tensor, isNoted: stacks.length > 0, origin };
  });
  const origins = originsByKind(loose.filter(({ isNoted }) => isNoted));
  return loose.map(({ tensor, isNoted, origin }) => ({
    tensor,
    origin: isNoted ? origin : (origins.get(kindOf(tensor)) ?? null),
  }));
}

/**
 * Stacks are noted of the first tensors and of some later ones. Where all of one shape and type whose origin is noted
 * come from one line, so do the others.
 */
function originsByKind(noted: readonly Loose[]): Map<string, Origin | null> {
  const origins = new Map<string, Origin | null>();
  for (const { tensor, origin } of noted) {
    const kind = kindOf(tensor);
    const known = origins.get(kind);
    const isSame = known?.line === origin?.line && known?.mayBeKept === origin?.mayBeKept;
    origins.set(kind, known === undefined || isSame ? origin : null);
  }
  return origins;
}

const kindOf = ({ dtype, shape }: tf.Tensor) => `${dtype} ${shape.join(',')}`;

/**
 * What is alive now, and what leaked. Variables are not told: they belong to models and optimizers, which
 * TensorFlow.js keeps by name until they are disposed.
 */
export function memoryReport(loose: readonly Loose[]): MemoryReport {
  const { numTensors, numBytes } = tf.memory();
  const leaks = loose.filter(({ tensor }) => !(tensor instanceof tf.Variable));
  return { tensors: numTensors, bytes: numBytes, ...group(leaks) };
}

/** By shape, dtype and line, most first. */
function group(leaks: readonly Loose[]): Pick<MemoryReport, 'leaked' | 'others'> {
  const groups = new Map<string, Leak>();
  for (const { tensor, origin } of leaks) {
    const line = origin?.line ?? null;
    const key = `${kindOf(tensor)} ${line}`;
    const known = groups.get(key);
    if (known) known.count += 1;
    else groups.set(key, leakOf(tensor, line));
  }
  const leaked = [...groups.values()]
    .filter(({ shape }) => shape.length <= LIMITS.rank)
    .sort((a, b) => b.count - a.count)
    .slice(0, LIMITS.leakedKinds);
  const others = leaked.reduce((left, { count }) => left - count, leaks.length);
  return others === 0 ? { leaked } : { leaked, others };
}

function leakOf({ shape, dtype }: tf.Tensor, line: number | null): Leak {
  return { shape: [...shape], dtype, count: 1, ...(line === null ? {} : { line }) };
}
