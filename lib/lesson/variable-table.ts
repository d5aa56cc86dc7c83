import type { KernelSnapshot } from '@/lib/kernel/state';
import type { CellId, VariableReport } from '@/lib/protocol';
import { formatBytes } from './format-bytes';
import { stateWord } from './state-words';
import { trainingWords } from './training-words';
import { shapeWords } from './variable-words';

/** A variable in words; `size` is empty where bytes mean nothing. */
export type VariableRow = {
  name: string;
  type: string;
  shape: string;
  size: string;
  preview: string;
};

/** The variables of one cell. */
export type VariableGroup = {
  cell: CellId;
  title: string;
  /** "stale", "failed": what the cell is in place of fresh; empty when it is. */
  mark: string;
  rows: readonly VariableRow[];
};

export type VariableTable = {
  /** In the order of the page. */
  groups: readonly VariableGroup[];
  /** "12 variables, 1.2 MB"; empty without any. */
  total: string;
};

export function variableTable({
  order,
  cells,
  variables,
}: Pick<KernelSnapshot, 'order' | 'cells' | 'variables'>): VariableTable {
  const known = (variables ?? []).filter(({ cell }) => cells[cell] !== undefined);
  const groups = order.flatMap((id) => {
    const cell = cells[id];
    const rows = known.filter((variable) => variable.cell === id).map(rowOf);
    if (cell === undefined || rows.length === 0) return [];
    const isDone = cell.state === 'done';
    const mark = isDone ? (trainingWords(cells, id)?.word ?? '') : stateWord(cell.state, null);
    return [{ cell: id, title: cell.title, mark, rows }];
  });
  return { groups, total: totalWords(known) };
}

function rowOf({ name, type, shape, bytes, preview }: VariableReport): VariableRow {
  const size = bytes === null ? '' : formatBytes(bytes);
  return { name, type, shape: shapeWords(shape), size, preview };
}

function totalWords(variables: readonly VariableReport[]): string {
  if (variables.length === 0) return '';
  const bytes = variables.reduce((sum, variable) => sum + (variable.bytes ?? 0), 0);
  const count = variables.length === 1 ? '1 variable' : `${variables.length} variables`;
  return bytes === 0 ? count : `${count}, ${formatBytes(bytes)}`;
}
