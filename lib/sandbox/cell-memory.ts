import {
  disposeUnheld,
  looseTensors,
  memoryReport,
  mutationsOf,
  tensorsIn,
  type Origin,
  type TensorWatch,
} from '@/lib/course';
import { LIMITS, type CellId, type MemoryReport, type Mutation } from '@/lib/protocol';
import type * as tf from '@/lib/course/tf';
import type { Scope } from './scope';

/** A run that is over; its variables stand in the scope if it is done. */
export type EndedRun = {
  cell: CellId;
  isDone: boolean;
  /** What the cell declared on the run before. */
  former: Record<string, unknown>;
  watch: TensorWatch;
  originOf(stack: string): Origin | null;
};

/** Keeps account of the tensors of cells' runs, and frees what a cell's former run held. */
export type CellMemory = {
  /** Frees what may go, and tells what is left, and what the run changed of other cells. */
  settle(run: EndedRun): { memory: MemoryReport; mutations: Mutation[] };
  /** Frees what the cell held: it is gone from the page, and from the scope. */
  forget(cell: CellId, former: Record<string, unknown>): void;
};

type Tensors = Map<number, tf.Tensor>;

/**
 * The rule of what goes when a cell has run again:
 * - what could be reached from its former variables, once the new run is done, and
 * - what its former run left behind, unless a function of another cell made it that may keep it for later,
 * as far as it can't be reached from the present variables of any cell. Others may still hold a value of the former run:
 * they are stale, and let go of it when they run again. What only a closure holds can't be seen; it goes as what is
 * left behind does. Freeing waits for the end of the new run, since a function that makes a thing once may give the
 * same thing again.
 */
export function createCellMemory(scope: Pick<Scope, 'values' | 'variables'>): CellMemory {
  const formers = new Map<CellId, Tensors>();
  const left = new Map<CellId, Tensors>();

  function free(cell: CellId, isReplaced: boolean): void {
    const held = scope.values();
    disposeUnheld(left.get(cell) ?? new Map(), held);
    left.delete(cell);
    if (!isReplaced) return;
    disposeUnheld(formers.get(cell) ?? new Map(), held);
    formers.delete(cell);
  }

  function keepFormer(cell: CellId, former: Record<string, unknown>): void {
    const tensors = tensorsIn(Object.values(former));
    formers.set(cell, new Map([...(formers.get(cell) ?? []), ...tensors]));
  }

  return {
    settle({ cell, isDone, former, watch, originOf }) {
      watch.end();
      const others = scope.variables().filter((variable) => variable.cell !== cell);
      const mutations = mutationsOf(watch, others).slice(0, LIMITS.mutations);
      const loose = looseTensors(watch, scope.values(), originOf);
      keepFormer(cell, former);
      free(cell, isDone);
      const own = loose.filter(({ origin }) => origin?.mayBeKept === false);
      left.set(cell, new Map(own.map(({ tensor }) => [tensor.id, tensor])));
      return { memory: memoryReport(loose), mutations };
    },
    forget(cell, former) {
      keepFormer(cell, former);
      free(cell, true);
    },
  };
}
