import { idleCell } from '@/lib/kernel/new-cell';
import type {
  CellSnapshot,
  CellSpec,
  Keepsake,
  Kernel,
  KernelSnapshot,
  Restored,
} from '@/lib/kernel/state';
import type { CellId, ControlValue } from '@/lib/protocol';
import { fitsControl } from '@/lib/protocol/fits-control';
import { withCells } from './initial-snapshot';
import { controlsOf } from './kept-controls';

/** A change of the page that a kernel which is not there yet has to hear of. */
export type PageCall =
  | { type: 'edit'; id: CellId; code: string }
  | { type: 'control'; id: CellId; key: string; value: ControlValue }
  /** `marked`: the author's choice, which stands where the reader has none. */
  | { type: 'automatic'; id: CellId; automatic: boolean | null; marked: boolean }
  | { type: 'restore'; id: CellId; keepsake: Keepsake; from: Restored }
  | { type: 'insert'; id: CellId; spec: CellSpec; at: number }
  | { type: 'remove'; id: CellId }
  | { type: 'move'; id: CellId; to: number }
  | { type: 'rename'; id: CellId; title: string }
  | { type: 'original'; id: CellId; original: string };

/** Calls in their order; of edits to one cell in a row the last is enough, and so it is of the moves of a control. */
export function withCall(calls: readonly PageCall[], call: PageCall): PageCall[] {
  const last = calls.at(-1);
  return last !== undefined && replaces(call, last)
    ? [...calls.slice(0, -1), call]
    : [...calls, call];
}

function replaces(call: PageCall, last: PageCall): boolean {
  if (call.id !== last.id) return false;
  if (call.type === 'edit') return last.type === 'edit';
  return call.type === 'control' && last.type === 'control' && call.key === last.key;
}

/**
 * The page after a call, as the kernel would show it; itself after one about a cell that it does not have.
 *
 * @throws {Error} when an id is taken.
 */
export function afterCall(page: KernelSnapshot, call: PageCall): KernelSnapshot {
  if (call.type !== 'insert' && page.cells[call.id] === undefined) return page;
  const set = (change: Partial<CellSnapshot>) => withCells(page, [call.id], change);
  switch (call.type) {
    case 'edit':
      return set({ code: call.code });
    case 'control':
      return afterMove(page, call.id, call.key, call.value);
    case 'automatic':
      return set({ automatic: call.automatic ?? call.marked });
    case 'restore':
      return afterRestore(page, call);
    case 'insert':
      return afterInsert(page, call.spec, call.at);
    case 'remove':
      return afterRemove(page, call.id);
    case 'move': {
      const order = page.order.filter((id) => id !== call.id).toSpliced(call.to, 0, call.id);
      return { ...page, order };
    }
    case 'rename':
      return set({ title: call.title });
    case 'original':
      return set({ original: call.original });
    default:
      return call satisfies never;
  }
}

function afterMove(
  page: KernelSnapshot,
  id: CellId,
  key: string,
  value: ControlValue,
): KernelSnapshot {
  const cell = page.cells[id];
  const shown = controlsOf(cell?.outputs ?? []).find(({ control }) => control.key === key);
  if (cell === undefined || shown === undefined || !fitsControl(shown.control, value)) return page;
  return withCells(page, [id], { controls: { ...cell.controls, [key]: value } });
}

function afterRestore(
  page: KernelSnapshot,
  { id, keepsake, from }: Extract<PageCall, { type: 'restore' }>,
): KernelSnapshot {
  const { outputs, figures, error, ms, device, memory, controls } = keepsake;
  const kept = { outputs, figures, error, ms, device, memory, controls };
  const restored = withCells(page, [id], { ...kept, restored: from });
  return restored.cells[id]?.state === 'queued' ? restored : atRest(restored, [id]);
}

function afterInsert(page: KernelSnapshot, spec: CellSpec, at: number): KernelSnapshot {
  const { id } = spec;
  if (page.cells[id] !== undefined) throw new Error(`There is a cell “${id}” already.`);
  const order = page.order.toSpliced(at, 0, id);
  return { ...page, order, cells: { ...page.cells, [id]: idleCell(spec) } };
}

function afterRemove(page: KernelSnapshot, id: CellId): KernelSnapshot {
  const cells = Object.entries(page.cells).filter(([other]) => other !== id);
  const order = page.order.filter((other) => other !== id);
  return { ...page, order, cells: Object.fromEntries(cells) };
}

/** Cells that wait for nothing: with what was put back in them, or with nothing. */
export function atRest(page: KernelSnapshot, ids: readonly CellId[]): KernelSnapshot {
  const from = (origin: Restored) => ids.filter((id) => page.cells[id]?.restored === origin);
  const idle = withCells(page, ids, { state: 'idle', because: null });
  const kept = withCells(idle, from('visit'), { state: 'stale', because: { kind: 'before' } });
  return withCells(kept, from('deletion'), { state: 'stale', because: { kind: 'deleted' } });
}

/** Tells the kernel, which may know it already. */
export function passOn(kernel: Kernel, call: PageCall): void {
  switch (call.type) {
    case 'edit':
      if (kernel.getSnapshot().cells[call.id]?.code !== call.code) kernel.edit(call.id, call.code);
      return;
    case 'control':
      return kernel.setControl(call.id, call.key, call.value);
    case 'automatic':
      return kernel.setAutomatic(call.id, call.automatic);
    case 'restore':
      return kernel.restore(call.id, call.keepsake, call.from);
    case 'insert':
      return kernel.insert(call.spec, call.at);
    case 'remove':
      return kernel.remove(call.id);
    case 'move':
      return kernel.move(call.id, call.to);
    case 'rename':
      return kernel.rename(call.id, call.title);
    case 'original':
      return kernel.setOriginal(call.id, call.original);
    default:
      return call satisfies never;
  }
}
