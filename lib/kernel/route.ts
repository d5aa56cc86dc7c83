import type { CellId } from '@/lib/protocol';
import { byRank } from './changes';
import { expected, isFresh, linksOf, touched } from './freshness';
import { cellOf, runningCell, type Request, type Source, type State, type Variable } from './model';
import { own } from './own';

/** What has to run for one target, itself last. */
export type Route = {
  /** In the order of a clean run from the top. */
  cells: readonly CellId[];
  /** Of these, the ones that are made anew because other cells have changed what they declare. */
  remade: ReadonlySet<CellId>;
};

/**
 * The target's stale ancestors, each after its own parents, then the target. A cell that stands on a variable whose
 * present value was changed by other runs than a clean run would have had before it, as when a model is trained
 * already, has the maker of that variable run first.
 */
export function routeTo(state: State, request: Request, target: CellId): Route {
  const { notebook, graph } = state;
  const remade = new Set<CellId>();
  if (notebook === null || graph === null) return { cells: [target], remade };
  if (request.on && isFresh(state, target)) return { cells: [target], remade };
  const order = byRank(state);
  const links = new Map([...linksOf(state)].sort(([a], [b]) => order(a, b)));
  const fresh = (id: CellId) => !remade.has(id) && isFresh(state, id);
  for (;;) {
    const planned = notebook
      .plan(links, target, fresh)
      .filter((id) => remade.has(id) || !request.did.includes(id))
      .sort(order);
    const spoiled = planned.flatMap((id) => spoiledFor(state, request, id, planned));
    const more = spoiled.filter((id) => !remade.has(id));
    if (more.length === 0) return { cells: planned, remade };
    more.forEach((id) => remade.add(id));
  }
}

/** The makers, not planned yet, of variables that would not be for the cell what a clean run makes of them. */
function spoiledFor(
  state: State,
  request: Request,
  id: CellId,
  planned: readonly CellId[],
): CellId[] {
  return touched(state, id)
    .filter((variable) => !planned.includes(variable.cell))
    .filter((variable) => !isReadyFor(state, request, id, variable, planned))
    .map(({ cell }) => cell);
}

/**
 * The first of the runs that should have changed it have, as they are now, and the plan has the others; or had them,
 * and they are stale again, which running them once more on this behalf would not change.
 */
function isReadyFor(
  state: State,
  request: Request,
  id: CellId,
  variable: Variable,
  planned: readonly CellId[],
): boolean {
  const should = expected(state, id, variable);
  const did = own(cellOf(state, variable.cell).applied, variable.name) ?? [];
  const comes = (cell: CellId) =>
    planned.includes(cell) || request.did.includes(cell) || runningCell(state) === cell;
  return (
    did.length <= should.length &&
    did.every((source, i) => source.cell === should[i] && stays(state, source, planned)) &&
    should.slice(did.length).every(comes)
  );
}

const stays = (state: State, { cell, run }: Source, planned: readonly CellId[]) =>
  cellOf(state, cell).ending?.run === run && !planned.includes(cell);
