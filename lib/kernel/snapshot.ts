import type { CellId } from '@/lib/protocol';
import { isAutomatic } from './by-itself';
import { conflictOf, changes, linksOf, reasonOf, stateOf } from './freshness';
import { cellOf, type State } from './model';
import { queuedCells } from './schedule';
import type { CellSnapshot, KernelSnapshot } from './state';

const NOTHING: readonly string[] = [];
const NO_INPUTS: CellSnapshot['inputs'] = {};

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
  const { status, message, mode, device, devices, choice, order, variables } = state;
  return reuse({ status, message, mode, device, devices, choice, order, cells, variables }, former);
}

function cellSnapshot(state: State, id: CellId, queued: ReadonlySet<CellId>): CellSnapshot {
  const cell = cellOf(state, id);
  const cellState = stateOf(state, id, queued);
  return {
    id,
    title: cell.title,
    code: cell.code,
    original: cell.original,
    state: cellState,
    run: cell.run,
    outputs: cell.outputs,
    figures: cell.figures,
    error: cell.error,
    progress: cell.progress,
    ms: cell.ms,
    device: cell.device,
    memory: cell.memory,
    controls: cell.controls,
    restored: cell.restored,
    leftOver: cell.leftOver,
    parents: linksOf(state).get(id)?.parents ?? NOTHING,
    defines: cell.analysis?.defines ?? NOTHING,
    inputs: state.graph?.get(id)?.inputs ?? NO_INPUTS,
    conflict: conflictOf(state, id),
    mutates: changes(state, id),
    trainedOn: cell.trainedOn,
    branchedAt: cell.branchedAt,
    branches: cell.branches,
    because: cellState === 'stale' ? reasonOf(state, id) : null,
    automatic: isAutomatic(state, id),
  };
}

/** `before` itself when its fields are the same; else the fields that are the same are those of `before`. */
function reuse<T extends object>(after: T, before: T | null): T {
  if (before === null) return after;
  const kept = { ...after };
  const keys = Object.keys(after) as (keyof T)[];
  for (const key of keys) if (isSame(after[key], before[key])) kept[key] = before[key];
  const same = keys.length === Object.keys(before).length;
  return same && keys.every((key) => kept[key] === before[key]) ? before : kept;
}

/** Whether two values are the same, or plain ones of the same content: of a list or record, and of what lies in it. */
function isSame(a: unknown, b: unknown, depth = 2): boolean {
  if (Object.is(a, b)) return true;
  if (depth === 0 || !isPlain(a) || !isPlain(b) || Array.isArray(a) !== Array.isArray(b)) {
    return false;
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key], depth - 1))
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
