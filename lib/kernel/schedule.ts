import type { CellError, CellId } from '@/lib/protocol';
import { isFresh, problemOf } from './freshness';
import { cellOf, type Request, type State } from './model';

export type Step =
  | { type: 'send'; request: number; cell: CellId }
  | { type: 'refuse'; request: number; cell: CellId; error: CellError };

/** The cells that one target needs, itself last, without those already sent for the request. */
function stepsTo(state: State, request: Request, target: CellId): CellId[] {
  if (state.notebook === null || state.graph === null) return [target];
  const fresh = (id: CellId) => isFresh(state, id);
  const plan = state.notebook.plan(state.graph, target, fresh);
  return plan.filter((id) => !request.did.includes(id));
}

const openTargets = (request: Request) =>
  request.targets.filter((target) => !request.did.includes(target));

/** The cells that still wait on a request's behalf, in the order in which they would run now. */
export function pending(state: State, request: Request): CellId[] {
  return [...new Set(openTargets(request).flatMap((id) => stepsTo(state, request, id)))];
}

export function queuedCells(state: State): Set<CellId> {
  return new Set(state.requests.flatMap((request) => pending(state, request)));
}

/**
 * What to do next, planned anew each time, so that it fits the code as it is now. A problem on the way to a target
 * is told before anything of that way is run.
 */
export function nextStep(state: State): Step | null {
  for (const request of state.requests) {
    const [target] = openTargets(request);
    if (target === undefined) continue;
    const steps = stepsTo(state, request, target);
    for (const cell of steps) {
      const error = problemOf(state, cell);
      if (error !== null) return { type: 'refuse', request: request.id, cell, error };
    }
    const [cell] = steps;
    if (cell !== undefined) return { type: 'send', request: request.id, cell };
  }
  return null;
}

/**
 * Without the requests that a failure has made pointless: its own, and those that need the failed cell on their way.
 * `leftOut`: what the reader asked for with them, and does not get.
 */
export function afterFailure(
  state: State,
  failed: CellId,
  own: number,
): { kept: Request[]; leftOut: CellId[] } {
  const isPointless = (request: Request) =>
    request.id === own ||
    (!request.targets.includes(failed) && pending(state, request).includes(failed));
  const dropped = state.requests.filter(isPointless);
  const targets = dropped.flatMap(openTargets).filter((id) => id !== failed);
  return {
    kept: state.requests.filter((request) => !dropped.includes(request)),
    leftOut: [...new Set(targets)],
  };
}

/** What Run all runs: all that is neither fresh nor on its way; all cells again when every one is fresh. */
export function targetsOfAll(state: State): CellId[] {
  const queued = queuedCells(state);
  const { active } = state;
  const underWay = (id: CellId) =>
    queued.has(id) || (active?.cell === id && active.code === cellOf(state, id).code);
  const targets = state.order.filter((id) => !underWay(id) && !isFresh(state, id));
  const idle = active === null && queued.size === 0;
  return targets.length === 0 && idle ? [...state.order] : targets;
}
