import type { CellId, Mutation } from '@/lib/protocol';
import { type CellsById, quotedTitle } from './cells-by-id';
import { listWords } from './list-words';

const HOW = ['trains', 'disposes'] as const;

/** "trains `model` of “Build”; disposes `xs` of “Load”"; empty for a cell that changes nothing of others. */
export function mutationWords(mutates: readonly Mutation[], cells: CellsById): string {
  return HOW.flatMap((how) => {
    const those = mutates.filter((mutation) => mutation.how === how);
    return those.length === 0 ? [] : [`${how} ${byOwner(those, cells)}`];
  }).join('; ');
}

/** "`model` and `scaler` of “Build” and `xs` of “Load”" */
function byOwner(mutations: readonly Mutation[], cells: CellsById): string {
  const names = new Map<CellId, string[]>();
  for (const { cell, name } of mutations) {
    names.set(cell, [...(names.get(cell) ?? []), `\`${name}\``]);
  }
  return listWords(
    [...names].map(([cell, of]) => `${listWords(of)} of ${quotedTitle(cells, cell)}`),
  );
}

/** The variables that a cell changes, each once: "`model`". */
export function changedNames(mutates: readonly Mutation[]): string[] {
  return [...new Set(mutates.map(({ name }) => `\`${name}\``))];
}
