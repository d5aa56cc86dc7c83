import { LIMITS, type CellError, type CellId } from '@/lib/protocol';
import { cellOf, type Ending, type Source, type State } from './model';
import { tooLong } from './sentences';
import type { CellState } from './state';

/** Why the cell's present code can't be sent at all. */
export function problemOf(state: State, id: CellId): CellError | null {
  const { length } = cellOf(state, id).code;
  if (length > LIMITS.code) return tooLong(length, LIMITS.code);
  return state.graph?.get(id)?.problem ?? null;
}

/**
 * Whether what the cell shows, and the variables that the worker has of it, follow from the code on the page: its
 * last run is done, used the present code, and read the present runs of cells that are fresh themselves.
 */
export function isFresh(state: State, id: CellId): boolean {
  let answers = known.get(state);
  if (answers === undefined) known.set(state, (answers = new Map()));
  const answer = answers.get(id);
  if (answer !== undefined) return answer;
  answers.set(id, false); // What a circle finds when it comes round.
  const fresh = judge(state, id);
  answers.set(id, fresh);
  return fresh;
}

/** States never change, so neither do the answers; without them a dense graph would be walked path by path. */
const known = new WeakMap<State, Map<CellId, boolean>>();

function judge(state: State, id: CellId): boolean {
  if (state.active?.cell === id || problemOf(state, id) !== null) return false;
  const { ending } = cellOf(state, id);
  return ending?.status === 'done' && holds(state, id, ending);
}

/** Whether the page still is what the run stood on. */
function holds(state: State, id: CellId, ending: Ending): boolean {
  return (
    ending.epoch === state.epoch &&
    ending.code === cellOf(state, id).code &&
    ending.problem === (problemOf(state, id)?.message ?? null) &&
    (ending.inputs === null || inputsHold(state, id, ending.inputs))
  );
}

function inputsHold(state: State, id: CellId, used: Readonly<Record<string, Source>>): boolean {
  const present = Object.entries(state.graph?.get(id)?.inputs ?? {});
  return (
    present.length === Object.keys(used).length &&
    present.every(([name, cell]) => {
      const source = Object.hasOwn(used, name) ? used[name] : undefined;
      return (
        source?.cell === cell &&
        source.run === cellOf(state, cell).ending?.run &&
        isFresh(state, cell)
      );
    })
  );
}

/** The state of a cell; `queued` holds those that wait for their turn. */
export function stateOf(state: State, id: CellId, queued: ReadonlySet<CellId>): CellState {
  if (state.active?.cell === id) return 'running';
  if (queued.has(id)) return 'queued';
  const { ending } = cellOf(state, id);
  if (ending === null) return 'idle';
  if (ending.status === 'done') return isFresh(state, id) ? 'done' : 'stale';
  return holds(state, id, ending) ? ending.status : 'stale';
}
