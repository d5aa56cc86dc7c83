import { LIMITS, type CellError, type CellId, type Mutation } from '@/lib/protocol';
import { whyStale } from './because';
import { byRank, changesOf, expectedOf, touchedBy } from './changes';
import { cellOf, runningCell, type State, type Variable } from './model';
import { tooLong } from './sentences';
import type { CellState, Restored, StaleReason } from './state';

/** Why the cell's present code can't be sent at all. */
export function problemOf(state: State, id: CellId): CellError | null {
  const { length } = cellOf(state, id).code;
  if (length > LIMITS.code) return tooLong(length, LIMITS.code);
  return state.graph?.get(id)?.problem ?? null;
}

/** The same without what is wrong with the code by itself, which changes with each key while the reader types. */
export function conflictOf(state: State, id: CellId): CellError | null {
  const problem = state.graph?.get(id)?.problem ?? null;
  return problem?.name === 'SyntaxError' ? null : problem;
}

/** States never change, so neither do the answers; without them a dense graph would be walked path by path. */
type Answers = {
  fresh: Map<CellId, boolean>;
  reasons: Map<CellId, StaleReason | null>;
  changes: Map<CellId, readonly Mutation[]>;
  links: ReadonlyMap<CellId, Link> | null;
};
const known = new WeakMap<State, Answers>();

function answersOf(state: State): Answers {
  let answers = known.get(state);
  if (answers === undefined) {
    answers = { fresh: new Map(), reasons: new Map(), changes: new Map(), links: null };
    known.set(state, answers);
  }
  return answers;
}

/** `meanwhile`: what a circle finds when it comes round. */
function once<T>(answers: Map<CellId, T>, id: CellId, meanwhile: T, ask: () => T): T {
  const answer = answers.get(id);
  if (answer !== undefined) return answer;
  answers.set(id, meanwhile);
  const found = ask();
  answers.set(id, found);
  return found;
}

/**
 * Whether what the cell shows, and the variables that the worker has of it, follow from the code on the page: its
 * last run is done, used the present code and positions, and read the present runs of cells that are fresh themselves,
 * changed by just the runs that come before it.
 */
export function isFresh(state: State, id: CellId): boolean {
  return once(answersOf(state).fresh, id, false, () => {
    if (runningCell(state) === id || problemOf(state, id) !== null) return false;
    return cellOf(state, id).ending?.status === 'done' && reasonOf(state, id) === null;
  });
}

const REASONS: Record<Restored, StaleReason> = {
  visit: { kind: 'before' },
  deletion: { kind: 'deleted' },
};

/** Why the cell is stale; null when what its last run stood on is there yet, or nothing has run. */
export function reasonOf(state: State, id: CellId): StaleReason | null {
  const { ending, restored } = cellOf(state, id);
  if (ending === null) return restored === null ? null : REASONS[restored];
  const circle: StaleReason = { kind: 'input', cell: id };
  return once<StaleReason | null>(answersOf(state).reasons, id, circle, () =>
    whyStale(state, id, ending, problemOf(state, id)?.message ?? null, {
      isFresh: (other) => isFresh(state, other),
      changes: (other) => changes(state, other),
      expected: (of, variable) => expected(state, of, variable),
      reason: (other) => (runningCell(state) === other ? null : reasonOf(state, other)),
    }),
  );
}

/** What a run of the cell changes of other cells, as far as is known. */
export function changes(state: State, id: CellId): readonly Mutation[] {
  return once<readonly Mutation[]>(answersOf(state).changes, id, [], () =>
    changesOf(state, id, (other) => isFresh(state, other)),
  );
}

/** The cells that should have changed a variable before this one reads it, in their order. */
export function expected(state: State, id: CellId, variable: Variable): CellId[] {
  return expectedOf(state, id, variable, judgeOf(state));
}

/** The variables of other cells on whose condition a run of the cell stands. */
export function touched(state: State, id: CellId): Variable[] {
  return touchedBy(state, id, judgeOf(state));
}

const judgeOf = (state: State) => ({
  isFresh: (id: CellId) => isFresh(state, id),
  changes: (id: CellId) => changes(state, id),
});

type Link = { readonly parents: readonly CellId[] };

/** What must run before what: for each cell those that it reads, and those that change what it reads. */
export function linksOf(state: State): ReadonlyMap<CellId, Link> {
  const answers = answersOf(state);
  answers.links ??= new Map(state.order.map((id) => [id, { parents: parentsOf(state, id) }]));
  return answers.links;
}

/** The nearest on the page first. */
function parentsOf(state: State, id: CellId): readonly CellId[] {
  const read = state.graph?.get(id)?.parents ?? [];
  const order = byRank(state);
  const others = touched(state, id)
    .flatMap((variable) => [...expected(state, id, variable), variable.cell])
    .filter((other) => order(other, id) < 0 && !read.includes(other));
  if (others.length === 0) return read;
  const at = state.order.indexOf(id);
  const distance = (other: CellId) => Math.abs(state.order.indexOf(other) - at);
  return [...new Set([...read, ...others])].sort((a, b) => distance(a) - distance(b));
}

/** The state of a cell; `queued` holds those that wait for their turn. */
export function stateOf(state: State, id: CellId, queued: ReadonlySet<CellId>): CellState {
  if (runningCell(state) === id) return 'running';
  if (queued.has(id)) return 'queued';
  const { ending, restored } = cellOf(state, id);
  if (ending === null) return restored === null ? 'idle' : 'stale';
  if (ending.status === 'done') return isFresh(state, id) ? 'done' : 'stale';
  return reasonOf(state, id) === null ? ending.status : 'stale';
}
