import type { StaleReason } from '@/lib/kernel/state';
import type { CellId } from '@/lib/protocol';
import { type CellsById, quotedTitle } from './cells-by-id';

/** Why what a cell shows does not follow from the page any more, in a few words. */
export function staleWords(because: StaleReason, cells: CellsById): string {
  switch (because.kind) {
    case 'edited':
      return 'edited since';
    case 'input':
      return `${quotedTitle(cells, because.cell)} ${inputWord(cells, because.cell)}`;
    case 'restarted':
      return 'variables are gone';
    case 'control':
      return `${because.label} moved`;
    case 'steered':
      return `${because.label} was moved while it ran`;
    case 'mutated':
      return `\`${because.name}\` was ${mutationWord(because, cells)} ${quotedTitle(cells, because.cell)} since`;
    case 'before':
      return 'from an earlier visit';
    case 'deleted':
      return 'from before it was deleted';
    default:
      return because satisfies never;
  }
}

/** What is the matter with a cell that another one reads. */
function inputWord(cells: CellsById, id: CellId): string {
  const state = cells[id]?.state ?? 'stale';
  switch (state) {
    case 'error':
      return 'failed';
    case 'stopped':
      return 'was stopped';
    case 'idle':
      return 'has not run';
    case 'queued':
    case 'running':
      return 'is running';
    case 'stale':
    case 'done':
      return 'changed';
    default:
      return state satisfies never;
  }
}

function mutationWord({ name, cell }: { name: string; cell: CellId }, cells: CellsById): string {
  const mutation = cells[cell]?.mutates.find((each) => each.name === name);
  return mutation?.how === 'disposes' ? 'disposed by' : 'trained by';
}
