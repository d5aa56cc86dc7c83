import type { CellError, CellId } from '@/lib/protocol';
import { mayRunByItself } from './by-itself';
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

const isOpen = (state: State, { did, forced }: Request, target: CellId) =>
  !did.includes(target) && (forced.includes(target) || !isFresh(state, target));

export const openTargets = (state: State, request: Request): CellId[] =>
  request.targets.filter((target) => isOpen(state, request, target));

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
  const asked = dropped.filter((request) => !request.byItself);
  const targets = asked.flatMap((request) => openTargets(state, request));
  return {
    kept: state.requests.filter((request) => !dropped.includes(request)),
    leftOut: [...new Set(targets.filter((id) => id !== failed))],
  };
}
