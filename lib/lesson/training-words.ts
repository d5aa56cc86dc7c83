import type { CellSnapshot } from '@/lib/kernel/state';
import type { CellId } from '@/lib/protocol';
import { type CellsById, quotedTitle } from './cells-by-id';
import { listWords } from './list-words';
import { changedNames } from './mutation-words';

/** One phrase in two parts: "after 2 trainings", "in “Train it”". */
export type TrainingWords = { word: string; detail: string };

/**
 * What is said in place of "fresh" of a cell that is done, but that shows what the visible code alone would not give:
 * the reader chose to train on in it, or from a step on, or in a cell on which it stands. Null for any other.
 */
export function trainingWords(cells: CellsById, id: CellId): TrainingWords | null {
  const cell = cells[id];
  if (cell?.state !== 'done') return null;
  if (cell.trainedOn > 0) return ownWords(cell);
  if (cell.branchedAt.length > 0) return branchWords(cell);
  return wordsBefore(cells, id);
}

/** Of a cell that stands on such ones. */
function wordsBefore(cells: CellsById, id: CellId): TrainingWords | null {
  const trained = ancestorsOf(cells, id).filter(({ trainedOn }) => trainedOn > 0);
  if (trained.length === 0) return wordsAfterBranch(cells, id);
  const trainings = trained.reduce((sum, { trainedOn }) => sum + trainedOn + 1, 0);
  const where = listWords(trained.map((other) => quotedTitle(cells, other.id)));
  return { word: `after ${trainings} trainings`, detail: `in ${where}` };
}

function ownWords({ trainedOn, mutates }: CellSnapshot): TrainingWords {
  const names = changedNames(mutates);
  const [only = 'model'] = names;
  const what = names.length > 1 ? `the same ${listWords(names)}` : `one ${only}`;
  return { word: `trained ${trainedOn + 1} times`, detail: `on ${what}` };
}

function wordsAfterBranch(cells: CellsById, id: CellId): TrainingWords | null {
  const branched = ancestorsOf(cells, id).filter(({ branchedAt }) => branchedAt.length > 0);
  if (branched.length === 0) return null;
  const where = listWords(branched.map((other) => quotedTitle(cells, other.id)));
  return { word: 'after a branch', detail: `in ${where}` };
}

/** "branched at epochs 5 and 12" */
function branchWords({ branchedAt, branches }: CellSnapshot): TrainingWords {
  const unit = `${branches.stepName || 'step'}${branchedAt.length > 1 ? 's' : ''}`;
  return { word: 'branched', detail: `at ${unit} ${listWords(branchedAt.map(String))}` };
}

/** The cells on which one stands, however indirectly; of one that is done, all are. */
function ancestorsOf(cells: CellsById, id: CellId): CellSnapshot[] {
  const seen = new Set<CellId>([id]);
  for (const each of seen) for (const parent of cells[each]?.parents ?? []) seen.add(parent);
  return [...seen].flatMap((each) => (each === id ? [] : (cells[each] ?? [])));
}
