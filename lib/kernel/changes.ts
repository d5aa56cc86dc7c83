import type { Graph, Resolved } from '@/lib/notebook';
import type { CellId, Mutation } from '@/lib/protocol';
import type { Notebook } from './effects';
import { cellOf, type State, type Variable } from './model';
import { own } from './own';

/** What is asked about other cells while one is judged. */
export type Judge = {
  isFresh(id: CellId): boolean;
  /** The variables of other cells that a run of it changes, as far as is known. */
  changes(id: CellId): readonly Mutation[];
};

/**
 * What a run of the cell changes of other cells. A fresh one has shown it. Of one that is not, the next run may do
 * what the last one with this code did, or what the code looks like, so both count.
 */
export function changesOf(state: State, id: CellId, isFresh: Judge['isFresh']): Mutation[] {
  const { code, analysis, report } = cellOf(state, id);
  const reported = report?.code === code ? report.mutations : [];
  const foreign = reported.filter(({ cell }) => cell !== id && state.cells[cell] !== undefined);
  if (isFresh(id)) return foreign;
  const inputs = state.graph?.get(id)?.inputs ?? {};
  const looks = (analysis?.trains ?? []).flatMap((name): Mutation[] => {
    const cell = own(inputs, name);
    return cell === undefined ? [] : [{ cell, name, how: 'trains' }];
  });
  return [...foreign, ...looks.filter((mutation) => !foreign.some(isOf(mutation)))];
}

export const isOf =
  (variable: Variable) =>
  ({ cell, name }: Variable): boolean =>
    cell === variable.cell && name === variable.name;

/** The place of each cell in a clean run: from the top of the page, each cell after those that it reads. */
export function ranksOf({ notebook, graph }: State): ReadonlyMap<CellId, number> {
  if (notebook === null || graph === null) return new Map();
  let ranks = known.get(graph);
  if (ranks === undefined) {
    const order = notebook.planAll(runnable(graph, notebook));
    ranks = new Map(order.map((id, rank) => [id, rank]));
    known.set(graph, ranks);
  }
  return ranks;
}

const known = new WeakMap<Resolved, ReadonlyMap<CellId, number>>();

/** What keeps a cell from being run keeps what it reads from being run for it. */
function runnable(graph: Resolved, notebook: Notebook): Graph {
  const isKept = (id: CellId) => (graph.get(id)?.problem ?? null) !== null;
  return new Map(
    [...graph].map(([id, { parents }]) => {
      const waits = isKept(id) || notebook.ancestors(graph, id).some(isKept);
      return [id, { parents: waits ? [] : parents }];
    }),
  );
}

export function byRank(state: State): (a: CellId, b: CellId) => number {
  const ranks = ranksOf(state);
  return (a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0);
}

/**
 * The cells that have changed a variable before the cell's turn in a clean run, in their order there. One that comes
 * before the variable's own cell has not, though it may have: its last run met a value from before.
 */
export function expectedOf(state: State, id: CellId, variable: Variable, judge: Judge): CellId[] {
  const ranks = ranksOf(state);
  const from = ranks.get(variable.cell) ?? 0;
  const to = ranks.get(id) ?? 0;
  return [...ranks]
    .filter(([, rank]) => from < rank && rank < to)
    .map(([other]) => other)
    .filter((other) => judge.changes(other).some(isOf(variable)));
}

/**
 * The variables of other cells on whose condition a run of the cell stands: those that it reads, those that functions
 * which it reads may read when it calls them, and those that it changes unread.
 */
export function touchedBy(state: State, id: CellId, judge: Judge): Variable[] {
  const read = readBy(state, id, new Set([id]));
  const unread = judge.changes(id).filter((variable) => !read.some(isOf(variable)));
  return [...read, ...unread.map(({ cell, name }) => ({ cell, name }))];
}

function readBy(state: State, id: CellId, seen: Set<CellId>): Variable[] {
  const inputs = Object.entries(state.graph?.get(id)?.inputs ?? {});
  const read = inputs.map(([name, cell]) => ({ cell, name }));
  const others = read.flatMap(({ cell, name }) => {
    const isFunction = cellOf(state, cell).analysis?.captures?.includes(name) ?? false;
    if (!isFunction || seen.has(cell)) return [];
    return readBy(state, cell, seen.add(cell));
  });
  return [...read, ...others.filter((variable) => !read.some(isOf(variable)))];
}
