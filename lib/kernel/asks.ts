import type { CellId } from '@/lib/protocol';
import type { Ask } from './actions';
import { changes, isFresh } from './freshness';
import { cellOf, runningCell, type State } from './model';
import { queuedCells } from './schedule';

/** What each button asks for; null when that is on its way already. */
type Button = Ask | null;

/** Run. */
export function askFor(state: State, id: CellId): Button {
  return isAsked(state, id) ? null : { targets: [id], forced: [id], scope: [], on: false };
}

/** Run all: what is neither fresh nor on its way; all cells again when every one is fresh. */
export function askForAll(state: State): Button {
  const { order, active } = state;
  const targets = unready(state, order);
  if (targets.length > 0) return { targets, forced: [], scope: order, on: false };
  const idle = active === null && queuedCells(state).size === 0;
  return idle && order.length > 0 ? { targets: order, forced: order, scope: [], on: false } : null;
}

/** Run to here. */
export function askForAllTo(state: State, id: CellId): Button {
  const scope = state.order.slice(0, state.order.indexOf(id) + 1);
  const forced = isAsked(state, id) ? [] : [id];
  const above = unready(state, scope).filter((other) => other !== id);
  const targets = [...above, ...forced];
  return targets.length === 0 ? null : { targets, forced, scope, on: false };
}

/** Run stale. */
export function askForStale(state: State): Button {
  const scope = state.order.filter((id) => {
    const { ending, restored } = cellOf(state, id);
    return ending !== null || restored !== null;
  });
  const targets = unready(state, scope);
  return targets.length === 0 ? null : { targets, forced: [], scope, on: false };
}

/** Train on: only what is fresh and changes other cells can go on; anything else is run. */
export function askForMore(state: State, id: CellId): Button {
  const goesOn = isFresh(state, id) && changes(state, id).length > 0;
  const ask = askFor(state, id);
  return ask === null || !goesOn ? ask : { ...ask, on: true };
}

/** Train on from a step. */
export function askForBranch(state: State, id: CellId, step: number): Button {
  const ask = cellOf(state, id).branches.steps.includes(step) ? askFor(state, id) : null;
  return ask && { ...ask, from: step };
}

/** Whether a run of the cell as it is now is to come anyway. */
function isAsked(state: State, id: CellId): boolean {
  cellOf(state, id);
  if (runningCell(state) !== id) return queuedCells(state).has(id);
  return state.requests.some(({ targets, did }) => targets.includes(id) && !did.includes(id));
}

/** Those that are neither fresh nor on their way as they are now. */
function unready(state: State, ids: readonly CellId[]): CellId[] {
  const queued = queuedCells(state);
  const isUnderWay = (id: CellId) =>
    queued.has(id) || (runningCell(state) === id && state.active?.code === cellOf(state, id).code);
  return ids.filter((id) => !isUnderWay(id) && !isFresh(state, id));
}
