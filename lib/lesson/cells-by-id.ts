import type { CellSnapshot } from '@/lib/kernel/state';
import type { CellId } from '@/lib/protocol';

export type CellsById = Readonly<Record<CellId, CellSnapshot>>;

/** A cell as sentences name it. */
export function quotedTitle(cells: CellsById, id: CellId): string {
  const title = cells[id]?.title;
  return title === undefined ? 'a cell that is gone' : `“${title}”`;
}
