import type { KernelSnapshot } from '@/lib/kernel/state';
import type { CellId } from '@/lib/protocol';
import { quotedTitle } from './cells-by-id';
import { stateWord } from './state-words';
import { trainingWords } from './training-words';
import { variableWords } from './variable-words';

/** What the editor shows of a name under the pointer. */
export type HoverWords = {
  /** The cell that declares it, where that is another one: "declared in “Load the data”". */
  place: string;
  /** What it is: "Tensor float32, 614 × 8, 19.6 kB". */
  summary: string;
  /** Its first values; empty when it has none yet. */
  preview: string;
};

/** Of a variable at the top level of `owner`, seen from the cell `reader`. Null where there is nothing to say. */
export function hoverWords(
  { cells, variables }: Pick<KernelSnapshot, 'cells' | 'variables'>,
  reader: CellId,
  owner: CellId,
  name: string,
): HoverWords | null {
  const cell = cells[owner];
  if (cell === undefined) return null;
  const place = owner === reader ? '' : `declared in ${quotedTitle(cells, owner)}`;
  const report = variables?.find((each) => each.cell === owner && each.name === name);
  if (report === undefined) {
    const waits = cell.state === 'idle' && cell.defines.includes(name);
    const summary = waits ? 'no value yet: that cell has not run' : '';
    return place === '' ? null : { place, summary, preview: '' };
  }
  const isDone = cell.state === 'done';
  const word = isDone ? trainingWords(cells, owner)?.word : stateWord(cell.state, null);
  const mark = word === undefined ? '' : ` (of the last run, cell ${word})`;
  return { place, summary: variableWords(report) + mark, preview: report.preview };
}
