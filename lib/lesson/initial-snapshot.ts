import { idleCell } from '@/lib/kernel/new-cell';
import type { CellSnapshot, CellSpec, KernelSnapshot } from '@/lib/kernel/state';
import type { CellId } from '@/lib/protocol';

/** The lesson before anything has run: what the server renders, and what stands until the kernel is loaded. */
export function initialSnapshot(cells: readonly CellSpec[]): KernelSnapshot {
  return {
    status: 'off',
    message: null,
    mode: 'own-origin',
    device: null,
    devices: [],
    choice: 'auto',
    order: cells.map((cell) => cell.id),
    cells: Object.fromEntries(cells.map((cell) => [cell.id, idleCell(cell)])),
    variables: null,
  };
}

/** The same snapshot with some fields of some cells changed; the other cells keep their identity. */
export function withCells(
  snapshot: KernelSnapshot,
  ids: readonly CellId[],
  change: Partial<CellSnapshot>,
): KernelSnapshot {
  const cells = { ...snapshot.cells };
  for (const id of ids) {
    const cell = cells[id];
    if (cell !== undefined) cells[id] = { ...cell, ...change };
  }
  return { ...snapshot, cells };
}
