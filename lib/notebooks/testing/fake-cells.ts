import type { CellSnapshot, CellSpec, Kernel } from '@/lib/kernel/state';
import { initialSnapshot, withCells } from '@/lib/lesson/initial-snapshot';
import { fakeKernel } from '@/lib/lesson/testing/fake-kernel';

/** A kernel that has its cells in plain lists, records what it is told, and runs nothing. */
export function fakeCells(start: readonly CellSpec[]) {
  const { kernel: rest } = fakeKernel(start);
  const calls: string[] = [];
  const listeners = new Set<() => void>();
  let snapshot = initialSnapshot(start);
  const set = (next: typeof snapshot) => {
    snapshot = next;
    listeners.forEach((listener) => listener());
  };
  const reorder = (order: readonly string[], added?: CellSpec) => {
    const cells = { ...(added ? initialSnapshot([added]).cells : {}), ...snapshot.cells };
    const kept = Object.fromEntries(order.map((id) => [id, cells[id]!]));
    set({ ...snapshot, order, cells: kept });
  };
  const without = (id: string) => snapshot.order.filter((each) => each !== id);
  const change = (id: string, fields: Partial<CellSnapshot>) =>
    set(withCells(snapshot, [id], fields));
  const kernel: Kernel = {
    ...rest,
    subscribe: (listener) => (listeners.add(listener), () => void listeners.delete(listener)),
    getSnapshot: () => snapshot,
    insert(spec, at) {
      calls.push(`insert ${spec.id} ${at}`);
      if (snapshot.cells[spec.id] !== undefined) throw new Error('taken');
      reorder(snapshot.order.toSpliced(at, 0, spec.id), spec);
    },
    remove(id) {
      calls.push(`remove ${id}`);
      reorder(without(id));
    },
    move(id, to) {
      calls.push(`move ${id} ${to}`);
      reorder(without(id).toSpliced(to, 0, id));
    },
    rename(id, title) {
      calls.push(`rename ${id} ${title}`);
      change(id, { title });
    },
    edit(id, code) {
      calls.push(`edit ${id} ${code}`);
      change(id, { code });
    },
    restore(id, keepsake, from) {
      calls.push(`restore ${id}`);
      change(id, { ...keepsake, restored: from, state: 'stale' });
    },
    run: (id) => void calls.push(`run ${id}`),
    dispose: () => void calls.push('dispose'),
  };
  const specs = (): CellSpec[] =>
    snapshot.order.map((id) => {
      const { title, code } = snapshot.cells[id]!;
      return { id, title, code };
    });
  return { kernel, calls, change, specs };
}
