import type { CellSnapshot } from '@/lib/kernel/state';
import type { CellId } from '@/lib/protocol';
import { type CellsById, quotedTitle } from './cells-by-id';
import { mutationWords } from './mutation-words';
import { staleWords } from './stale-words';
import { trainingWords } from './training-words';

/**
 * What a reader should know beside the word for a cell's state: why it is stale, what runs before it, what it does to
 * other cells. One thing at a time; empty when there is nothing to say. Names of variables stand between backticks.
 */
export function stateDetail(cells: CellsById, id: CellId): string {
  const cell = cells[id];
  if (cell === undefined) return '';
  const conflict = conflictWords(cell);
  switch (cell.state) {
    case 'idle':
      return (
        conflict ||
        runsFirst(cells, id) ||
        mutationWords(cell.mutates, cells) ||
        automaticWords(cell)
      );
    case 'stale':
      if (conflict !== '') return conflict;
      return cell.because === null ? 'run it again' : staleWords(cell.because, cells);
    case 'done':
      return trainingWords(cells, id)?.detail ?? doneWords(cell, cells);
    case 'stopped':
      return conflict || stoppedWords(cell);
    case 'queued':
    case 'running':
    case 'error':
      return '';
    default:
      return cell.state satisfies never;
  }
}

/** The first sentence of what keeps the cell from running; the rest comes with a run. A title may have full stops. */
function conflictWords({ conflict }: CellSnapshot): string {
  if (conflict === null) return '';
  const [sentence = ''] = /^(?:“[^”]*”|[^.“])*/.exec(conflict.message) ?? [];
  return `can’t run: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

function stoppedWords({ leftOver, automatic }: CellSnapshot): string {
  if (leftOver) return 'what it shows is from the run before';
  return automatic ? 'runs by itself again after Run' : '';
}

function automaticWords({ automatic }: CellSnapshot): string {
  return automatic ? 'runs by itself' : '';
}

function doneWords(cell: CellSnapshot, cells: CellsById): string {
  return mutationWords(cell.mutates, cells) || automaticWords(cell);
}

/** What a run of the cell would start with, where it isn't the cell itself, or what of it has failed. */
function runsFirst(cells: CellsById, id: CellId): string {
  const first = unready(cells, id);
  const failed = first.find((other) => cells[other]?.state === 'error');
  if (failed !== undefined) return `needs ${quotedTitle(cells, failed)}, which failed`;
  const [only] = first;
  if (only === undefined) return '';
  return first.length === 1
    ? `runs ${quotedTitle(cells, only)} first`
    : `runs ${first.length} cells before it`;
}

/** The cells on which this one stands, however indirectly, that are not fresh. */
function unready(cells: CellsById, id: CellId): CellId[] {
  const seen = new Set<CellId>([id]);
  const found: CellId[] = [];
  const walk = (from: CellId) => {
    for (const parent of cells[from]?.parents ?? []) {
      const cell = cells[parent];
      if (cell === undefined || seen.has(parent)) continue;
      seen.add(parent);
      if (cell.state !== 'done') found.push(parent);
      walk(parent);
    }
  };
  walk(id);
  return found;
}
