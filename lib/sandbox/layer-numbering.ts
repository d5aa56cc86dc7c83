import { layerNumbers, maxNumbers, setLayerNumbers, type LayerNumbers } from '@/lib/course';
import type { CellId, Mutation } from '@/lib/protocol';

/**
 * Names layers (`dense_Dense1`) by cell and not by the order of runs: a run goes on from the numbers at which the cells
 * that it reads ended. Layers of different cells may share a name, but never those that can meet in one model.
 */
export type LayerNumbering = {
  begin(inputs: readonly CellId[]): void;
  /** `mutations`: of other cells, perhaps by giving a model another layer. */
  end(cell: CellId, mutations: readonly Mutation[]): void;
  forget(cell: CellId): void;
};

export function createLayerNumbering(): LayerNumbering {
  const ends = new Map<CellId, LayerNumbers>();
  return {
    begin(inputs) {
      setLayerNumbers(maxNumbers(inputs.map((cell) => ends.get(cell) ?? {})));
    },
    end(cell, mutations) {
      const numbers = layerNumbers();
      ends.set(cell, numbers);
      for (const { cell: other } of mutations) {
        ends.set(other, maxNumbers([ends.get(other) ?? {}, numbers]));
      }
    },
    forget: (cell) => void ends.delete(cell),
  };
}
