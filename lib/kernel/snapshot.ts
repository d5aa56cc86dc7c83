import type { CellId } from '@/lib/protocol';
import { stateOf } from './freshness';
import { cellOf, type State } from './model';
import { queuedCells } from './schedule';
import type { CellSnapshot, KernelSnapshot } from './state';

const NOTHING: readonly string[] = [];

/** The reader's view of a state. What has not changed since `former` is the same object. */
export function snapshotOf(state: State, former: KernelSnapshot | null): KernelSnapshot {
  const queued = queuedCells(state);
  const cells = reuse(
    Object.fromEntries(
      state.order.map((id) => {
        const before = former?.cells[id] ?? null;
        return [id, reuse(cellSnapshot(state, id, queued), before)];
      }),
    ),
    former?.cells ?? null,
  );
  const { status, message, mode, device, devices, choice, order } = state;
  return reuse({ status, message, mode, device, devices, choice, order, cells }, former);
}

function cellSnapshot(state: State, id: CellId, queued: ReadonlySet<CellId>): CellSnapshot {
  const cell = cellOf(state, id);
  return {
    id,
    title: cell.title,
    code: cell.code,
    original: cell.original,
    state: stateOf(state, id, queued),
    run: cell.run,
    outputs: cell.outputs,
    figures: cell.figures,
    error: cell.error,
    progress: cell.progress,
    ms: cell.ms,
    device: cell.device,
    memory: cell.memory,
    parents: state.graph?.get(id)?.parents ?? NOTHING,
    defines: cell.analysis?.defines ?? NOTHING,
  };
}

/** `before` itself when its fields are the same: the same values, or lists of the same strings. */
function reuse<T extends object>(after: T, before: T | null): T {
  if (before === null) return after;
  const keys = Object.keys(after) as (keyof T)[];
  const same = keys.length === Object.keys(before).length;
  return same && keys.every((key) => isSame(after[key], before[key])) ? before : after;
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((item, i) => typeof item === 'string' && item === b[i]);
}
