import type { CellError, CellId } from '@/lib/protocol';
import { descendants, mayRunByItself } from './by-itself';
import { isFresh, problemOf } from './freshness';
import type { Request, State } from './model';
import { routeTo } from './route';

export type Step =
  /** `anew`: it has run, but what it declares was changed by others. */
  | { type: 'send'; request: number; cell: CellId; anew: boolean }
  | { type: 'refuse'; request: number; cell: CellId; error: CellError }
  /** The target is not to be run after all. `futile`: because its ancestors keep spoiling each other's work. */
  | { type: 'drop'; request: number; target: CellId; futile: boolean };

/** How often a cell is made anew for one request; more often only cells ask for that which never come to rest. */
const MAX_REMADE = 2;

const undoneTargets = (state: State, { targets, did, forced }: Request): CellId[] =>
  targets.filter((id) => !did.includes(id) && (forced.includes(id) || !isFresh(state, id)));

export function openTargets(state: State, request: Request): CellId[] {
  const undone = undoneTargets(state, request);
  if (request.failed.length === 0) return undone;
  const stand = descendants(state, request.failed);
  return undone.filter((id) => !stand.includes(id));
}

/** The cells that still wait on a request's behalf. */
export function pending(state: State, request: Request): CellId[] {
  const targets = openTargets(state, request);
  return [...new Set(targets.flatMap((id) => routeTo(state, request, id).cells))];
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
    const [target] = openTargets(state, request);
    const step = target === undefined ? null : stepTo(state, request, target);
    if (step !== null) return step;
  }
  return null;
}

function stepTo(state: State, request: Request, target: CellId): Step | null {
  const { id } = request;
  const route = routeTo(state, request, target);
  if (request.byItself && !mayRunByItself(state, route)) {
    return { type: 'drop', request: id, target, futile: false };
  }
  for (const cell of route.cells) {
    const error = problemOf(state, cell);
    if (error !== null) return { type: 'refuse', request: id, cell, error };
  }
  const [cell] = route.cells;
  if (cell === undefined) return null;
  const anew = route.remade.has(cell) && (isFresh(state, cell) || request.did.includes(cell));
  const times = request.remade.filter((remade) => remade === cell).length;
  if (anew && times >= MAX_REMADE) return { type: 'drop', request: id, target, futile: true };
  return { type: 'send', request: id, cell, anew };
}

/**
 * The requests once a cell has failed: its own, and those that need it on their way, go on with what does not stand
 * on it. `leftOut`: what the reader asked for with them so far, and does not get; `causes`: the cells that failed for it.
 */
export function afterFailure(
  state: State,
  failed: CellId,
  own: number,
): { requests: Request[]; leftOut: CellId[]; causes: CellId[] } {
  const isHit = (request: Request) =>
    request.id === own ||
    (!request.targets.includes(failed) && pending(state, request).includes(failed));
  const requests = state.requests.map((request) =>
    isHit(request) ? { ...request, failed: [...request.failed, failed] } : request,
  );
  const asked = requests.filter((each) => each.failed.includes(failed) && !each.byItself);
  const leftOut = asked.flatMap((request) => {
    const open = openTargets(state, request);
    return undoneTargets(state, request).filter((id) => !open.includes(id));
  });
  const causes = asked
    .flatMap((request) => request.failed)
    .filter((id) => descendants(state, [id]).some((other) => leftOut.includes(other)));
  return { requests, leftOut: [...new Set(leftOut)], causes: [...new Set(causes)] };
}
