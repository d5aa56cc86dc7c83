import { heldValue } from '@/lib/controls/held-value';
import type { ExportedCell, ExportedFigure, ExportedOutput } from '@/lib/export';
import type { CellSnapshot, FigureHistory } from '@/lib/kernel/state';
import type { Control, Output } from '@/lib/protocol';
import type { CellsById } from '../cells-by-id';
import { staleWords } from '../stale-words';
import { type TrainingWords, trainingWords } from '../training-words';

/** Paints a figure as it stands. Never throws: what can't be painted has no picture. */
export type DrawFigure = (history: FigureHistory) => ExportedFigure;

/** A cell as the page shows it. Where its outputs don't follow from its code, a notice before them says so. */
export function exportedCell(cell: CellSnapshot, cells: CellsById, draw: DrawFigure): ExportedCell {
  const { id, title, code, original } = cell;
  const shown = [
    ...cell.outputs.map((output) => exportedOutput(output, cell, draw)),
    ...(cell.error === null ? [] : [{ kind: 'error' as const, error: cell.error }]),
  ];
  const warning = shown.length === 0 ? null : warningOf(cell, cells);
  const outputs = warning === null ? shown : [{ kind: 'notice' as const, text: warning }, ...shown];
  return { kind: 'cell', id, title, code, original, outputs };
}

function exportedOutput(output: Output, cell: CellSnapshot, draw: DrawFigure): ExportedOutput {
  switch (output.kind) {
    case 'figure': {
      const { figure } = output;
      return draw(cell.figures[figure.id] ?? { figure, frames: [] });
    }
    case 'control': {
      const value = heldValue(output.control, cell.controls);
      return { kind: 'control', control: { ...output.control, value } as Control };
    }
    default:
      return output;
  }
}

function warningOf({ id, state, because }: CellSnapshot, cells: CellsById): string | null {
  switch (state) {
    case 'stale':
      return because === null
        ? 'Out of date when this was saved.'
        : `Out of date when this was saved: ${staleWords(because, cells)}.`;
    case 'queued':
      return 'This cell was about to run when this was saved; what it shows is from the run before.';
    case 'running':
      return 'This cell was still running when this was saved.';
    case 'stopped':
      return 'This run was stopped before its end.';
    case 'done':
      return trainingWarning(trainingWords(cells, id));
    case 'idle':
    case 'error':
      return null;
    default:
      return state satisfies never;
  }
}

function trainingWarning(words: TrainingWords | null): string | null {
  if (words === null) return null;
  return `As it was when saved: ${words.word} ${words.detail}. Running the code once from the top gives something else.`;
}
