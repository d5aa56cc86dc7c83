import type { Analysis } from '@/lib/notebook';
import { LIMITS, type CellId, type ControlValue } from '@/lib/protocol';
import { isControlValue } from '@/lib/protocol/guard-control';
import type { PageAction } from './actions';
import { descendants, isAutomatic } from './by-itself';
import { acceptsMove } from './accepts-move';
import type { Notebook } from './effects';
import { cellOf, change, newHeld, runningCell, type Held, type State } from './model';
import { own } from './own';
import { controlsReadBy, steeredBy } from './positions';
import { isOf } from './changes';
import { wake } from './reduce-run';
import { controlsIn } from './shown';
import type { CellSpec } from './state';

/** What happens to the page itself: to its cells, their code and their controls. */
export function changePage(state: State, action: PageAction): State {
  switch (action.type) {
    case 'edit':
      return edit(state, action.cell, action.code);
    case 'original':
      return set(state, action.cell, { original: action.original });
    case 'rename':
      return resolveAgain(set(state, action.cell, { title: action.title }), state, []);
    case 'insert':
      return insert(state, action.spec, action.at);
    case 'remove':
      return remove(state, action.cell);
    case 'move':
      return move(state, action.cell, action.to);
    case 'control':
      return moveControl(state, action.cell, action.key, action.value);
    case 'automatic':
      return setAutomatic(state, action.cell, action.automatic);
    case 'restore':
      return restore(state, action);
    default:
      return action satisfies never;
  }
}

function set<K extends keyof Held>(state: State, id: CellId, fields: Pick<Held, K>): State {
  return change(state, id, (cell) => {
    const same = (Object.keys(fields) as K[]).every((key) => Object.is(cell[key], fields[key]));
    return same ? cell : { ...cell, ...fields };
  });
}

function edit(state: State, id: CellId, code: string): State {
  if (cellOf(state, id).code === code) return state;
  return resolveAgain(
    change(state, id, (cell) => ({ ...cell, code })),
    state,
    [id],
  );
}

// ---- What cells declare and read ----

/** `after`, with what follows for names where the notebook is there and the page is not as it was. */
function resolveAgain(after: State, before: State, changed: readonly CellId[]): State {
  if (after === before || after.notebook === null) return after;
  return resolve(after, after.notebook, changed);
}

/** Analyses the cells whose code is new, and draws the graph anew. */
export function resolve(state: State, notebook: Notebook, changed: readonly CellId[]): State {
  const analyzed = changed.reduce<State>(
    (next, id) => change(next, id, (cell) => ({ ...cell, analysis: analyze(cell, notebook) })),
    { ...state, notebook },
  );
  const cells = state.order.map((id) => {
    const { title, analysis } = cellOf(analyzed, id);
    return { id, title, analysis: analysis ?? notebook.analyze('') };
  });
  return { ...analyzed, graph: notebook.resolve(cells) };
}

/** Code that can't be parsed keeps the names it had, so that the cells that need them still point at the problem. */
function analyze({ code, original, analysis }: Held, notebook: Notebook): Analysis {
  const found = notebook.analyze(code);
  const unparsed = found.problem !== null && found.defines.length + found.reads.length === 0;
  return unparsed ? { ...(analysis ?? notebook.analyze(original)), problem: found.problem } : found;
}

// ---- Which cells there are ----

/** @throws {Error} when the id is taken. */
function insert(state: State, spec: CellSpec, at: number): State {
  const { id } = spec;
  if (state.cells[id] !== undefined) throw new Error(`There is a cell “${id}” already.`);
  const cells = { ...state.cells, [id]: newHeld(spec) };
  const inserted = { ...state, cells, order: state.order.toSpliced(at, 0, id) };
  return resolveAgain(inserted, state, [id]);
}

/** What was asked for it vanishes; of a run that it has, nobody hears any more. */
function remove(state: State, id: CellId): State {
  if (state.cells[id] === undefined) return state;
  const cells = Object.fromEntries(Object.entries(state.cells).filter(([other]) => other !== id));
  const order = without(state.order, id);
  const requests = state.requests
    .map((request) => ({
      ...request,
      targets: without(request.targets, id),
      forced: without(request.forced, id),
      scope: without(request.scope, id),
      did: without(request.did, id),
      failed: without(request.failed, id),
    }))
    .filter(({ targets }) => targets.length > 0);
  const active = state.active?.cell === id ? { ...state.active, gone: true } : state.active;
  return resolveAgain({ ...state, cells, order, requests, active }, state, []);
}

const without = (ids: readonly CellId[], id: CellId) => ids.filter((other) => other !== id);

function move(state: State, id: CellId, to: number): State {
  const order = without(state.order, id).toSpliced(to, 0, id);
  const same = order.every((other, i) => other === state.order[i]);
  if (state.cells[id] === undefined || same) return state;
  return resolveAgain({ ...state, order }, state, []);
}

// ---- What the person has set ----

function moveControl(state: State, id: CellId, key: string, value: ControlValue): State {
  const held = state.cells[id];
  if (held === undefined || !acceptsMove(held, key, value)) return state;
  const moved = change(noted(state, id, key), id, (cell) => ({
    ...cell,
    controls: withRoom({ ...cell.controls, [key]: value }, cell.shown),
  }));
  const name = own(held.shown, key)?.name ?? null;
  const sees = (other: CellId) =>
    name === null ? other === id : seenBy(moved, other).some(isOf({ cell: id, name }));
  const roots = state.order.filter(sees);
  return wake(makeWay(moved), [...roots, ...descendants(moved, roots)], 'reader');
}

/** The controls that the cell's last run saw, or its next one will. */
const seenBy = (state: State, id: CellId) => [
  ...controlsReadBy(state, id),
  ...(cellOf(state, id).ending?.sees ?? []),
];

/** What runs may have seen the control move. */
function noted(state: State, cell: CellId, key: string): State {
  const { active } = state;
  return active === null
    ? state
    : { ...state, active: { ...active, moved: [...active.moved, { cell, key }] } };
}

/** A run that nobody asked for and whose result nobody will want makes way. */
function makeWay(state: State): State {
  const { active } = state;
  if (active === null || !active.byItself || active.gone) return state;
  const outdated = active.outdated || steeredBy(state, active) !== null;
  return outdated === active.outdated ? state : { ...state, active: { ...active, outdated } };
}

/** Positions of former controls are kept for when they come back, as long as there is room. */
function withRoom(controls: Held['controls'], shown: Held['shown']): Held['controls'] {
  const keys = Object.keys(controls);
  const surplus = keys.length - LIMITS.controlsKept;
  if (surplus <= 0) return controls;
  const leave = new Set(keys.filter((key) => !Object.hasOwn(shown, key)).slice(0, surplus));
  return Object.fromEntries(Object.entries(controls).filter(([key]) => !leave.has(key)));
}

/** A cell that begins to run by itself catches up at once with what has changed before. */
function setAutomatic(state: State, id: CellId, automatic: boolean | null): State {
  const after = set(state, id, { chosen: automatic });
  const begins = after !== state && isAutomatic(after, id) && !isAutomatic(state, id);
  return begins ? wake(after, [id], 'reader') : after;
}

function restore(
  state: State,
  { cell: id, keepsake, from }: Extract<PageAction, { type: 'restore' }>,
): State {
  const held = state.cells[id];
  if (held === undefined || held.ending !== null || runningCell(state) === id) return state;
  const { outputs, figures, error, ms, device, memory } = keepsake;
  // They come from a store that other versions of the site may have filled, and go to the worker with the next run.
  const controls = Object.entries(keepsake.controls).filter(([, value]) => isControlValue(value));
  return change(state, id, (cell) => ({
    ...cell,
    ...{ outputs, figures, error, ms, device, memory },
    controls: Object.fromEntries(controls.slice(0, LIMITS.controlsKept)),
    shown: controlsIn(outputs),
    restored: from,
  }));
}
