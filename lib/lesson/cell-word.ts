import type { CellId, Progress } from '@/lib/protocol';
import type { CellsById } from './cells-by-id';
import { stateWord } from './state-words';
import { trainingWords } from './training-words';

/** The word for what a cell is on its page: "fresh" only where what it shows is what its code alone would give. */
export function cellWord(cells: CellsById, id: CellId, progress: Progress | null = null): string {
  return trainingWords(cells, id)?.word ?? stateWord(cells[id]?.state ?? 'idle', progress);
}
