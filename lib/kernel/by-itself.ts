import type { CellId } from '@/lib/protocol';
import { changes, isFresh, linksOf, problemOf, reasonOf } from './freshness';
import { cellOf, type Request, type State } from './model';
import { controlsReadBy } from './positions';
import { routeTo, type Route } from './route';

/** A cell whose run takes longer, in milliseconds, waits for the reader, unless it was marked or chosen. */
const QUICK_MS = 4_000;

const isQuick = (ms: number | null) => ms === null || ms <= QUICK_MS;

/** Whether the cell is to run when what it reads changes: as the reader chose, else as marked, else by what it does. */
export function isAutomatic(state: State, id: CellId): boolean {
  const { chosen, marked, pace } = cellOf(state, id);
  return chosen ?? marked ?? (readsControl(state, id) && !trains(state, id) && isQuick(pace));
}

function readsControl(state: State, id: CellId): boolean {
  const isUnnamed = ({ name }: { name: string | null }) => name === null;
  return (
    controlsReadBy(state, id).length > 0 || Object.values(cellOf(state, id).shown).some(isUnnamed)
  );
}

function trains(state: State, id: CellId): boolean {
  const { analysis } = cellOf(state, id);
  const looks = analysis?.callsTraining === true || (analysis?.trains.length ?? 0) > 0;
  return looks || changes(state, id).some(({ how }) => how === 'trains');
}

/**
 * An automatic cell that was run in this worker, or whose control has been put on the page in it; not one that the
 * reader has stopped.
 */
function isAwake(state: State, id: CellId): boolean {
  if (!isAutomatic(state, id) || problemOf(state, id) !== null) return false;
  const { ending } = cellOf(state, id);
  if (ending !== null) return ending.epoch === state.epoch && !ending.halted;
  return controlsReadBy(state, id).some(
    ({ cell }) => cellOf(state, cell).ending?.epoch === state.epoch,
  );
}

/**
 * Whether a route may be taken unasked: when every cell on it runs by itself, or is made anew and spoils the work of
 * no cell that does not.
 */
export function mayRunByItself(state: State, { cells, remade }: Route): boolean {
  const spoilsNothing = (id: CellId) =>
    remade.has(id) &&
    isFresh(state, id) &&
    descendants(state, [id]).every((other) => !isFresh(state, other) || isAwake(state, other));
  return cells.every((id) => isAwake(state, id) || spoilsNothing(id));
}

export function descendants(state: State, roots: readonly CellId[]): CellId[] {
  const links = linksOf(state);
  return roots.flatMap((root) => state.notebook?.descendants(links, root) ?? []);
}

/** Of these cells, those that are to run by themselves now. */
export function wakeable(state: State, ids: readonly CellId[]): CellId[] {
  return [...new Set(ids)].filter(
    (id) =>
      isOutdated(state, id) &&
      isAwake(state, id) &&
      mayRunByItself(state, routeTo(state, BY_ITSELF, id)),
  );
}

/** A cell that failed and still stands on what the page holds would only fail again. */
const isOutdated = (state: State, id: CellId) =>
  !isFresh(state, id) && (cellOf(state, id).ending === null || reasonOf(state, id) !== null);

/** A request of the page's own, before it is given its number and targets. */
export const BY_ITSELF: Request = {
  id: 0,
  targets: [],
  forced: [],
  scope: [],
  did: [],
  failed: [],
  remade: [],
  byItself: true,
  on: false,
  from: null,
};
