import type { CellSpec, Kernel } from '@/lib/kernel/state';
import type { CellId } from '@/lib/protocol';
import { codeCells } from './code-cells';
import type { Block } from './notebook';

type Cells = Pick<Kernel, 'getSnapshot' | 'insert' | 'remove' | 'move' | 'rename' | 'edit'>;

/** Tells the kernel how the notebook stands now: what came, went, moved, and was renamed or edited; nothing else. */
export function alignCells(kernel: Cells, blocks: readonly Block[]): void {
  const wanted = codeCells(blocks);
  const ids = new Set(wanted.map(({ id }) => id));
  for (const id of kernel.getSnapshot().order) if (!ids.has(id)) kernel.remove(id);
  wanted.forEach((spec, at) => {
    const { cells, order } = kernel.getSnapshot();
    const cell = cells[spec.id];
    if (cell === undefined) return kernel.insert(spec, at);
    if (order[at] !== spec.id) kernel.move(...nextMove(order, wanted, at));
    if (cell.code !== spec.code) kernel.edit(spec.id, spec.code);
    if (cell.title !== spec.title) kernel.rename(spec.id, spec.title);
  });
}

/**
 * The move that brings the right cell to place `at`, where all before it are right. One that was moved down is moved
 * itself, rather than each of those that it passed.
 */
function nextMove(
  order: readonly CellId[],
  wanted: readonly CellSpec[],
  at: number,
): [id: CellId, to: number] {
  const here = order[at]!;
  const right = wanted[at]!.id;
  if (order[at + 1] !== right) return [right, at];
  const to = wanted.findIndex(({ id }) => id === here);
  return [here, Math.min(to, order.length - 1)];
}
