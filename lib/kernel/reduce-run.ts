import type { CellError, CellId, Mutation, Outcome, RunId } from '@/lib/protocol';
import type { Action, Ask } from './actions';
import { BY_ITSELF, descendants, wakeable } from './by-itself';
import { byRank, isOf } from './changes';
import { problemOf } from './freshness';
import { groundOf, seenNow, sourcesOf } from './ground';
import {
  NO_TALLY,
  cellOf,
  change,
  type Active,
  type Ending,
  type Held,
  type Request,
  type Source,
  type State,
} from './model';
import { NO_BRANCHES, UNMEASURED } from './new-cell';
import { own } from './own';
import { steeredBy } from './positions';
import { afterFailure, openTargets, type Step } from './schedule';
import { leftOut, SENTENCES } from './sentences';
import { controlsIn, framesUntil } from './shown';

/* The life of a run: asked for, sent, ended. */

type Of<T extends Action['type']> = Extract<Action, { type: T }>;

// ---- Requests ----

/** What the reader asks for comes before what the page does by itself. */
export function request(state: State, { targets, forced, scope, on, from = null }: Ask): State {
  if (targets.length === 0) return state;
  const id = state.lastRequest + 1;
  const asked = { ...BY_ITSELF, byItself: false, id, targets, forced, scope, on, from };
  const readers = state.requests.filter(({ byItself }) => !byItself);
  const own = state.requests.filter(({ byItself }) => byItself);
  return { ...state, requests: [...readers, asked, ...own], lastRequest: id, message: null };
}

/**
 * Puts those of the cells that run by themselves in the one request that there is for such, in the order of a clean run,
 * so that none spoils what a later one stands on.
 */
export function wake(state: State, ids: readonly CellId[], by: 'reader' | 'run'): State {
  const woken = wakeable(state, ids);
  if (woken.length === 0) return state;
  const waiting = state.requests.find(({ byItself }) => byItself);
  const id = waiting?.id ?? state.lastRequest + 1;
  const { targets, did, failed, remade } = waiting ?? BY_ITSELF;
  const next = {
    ...BY_ITSELF,
    id,
    // What runs set off counts on, or cells that spoil each other would do so for ever.
    remade: by === 'run' ? remade : [],
    targets: [...new Set([...targets, ...woken])].sort(byRank(state)),
    did: did.filter((cell) => !woken.includes(cell)),
    failed: failed.filter((cell) => !woken.includes(cell)),
  };
  const requests = [...state.requests.filter((each) => each !== waiting), next];
  return { ...state, requests, lastRequest: Math.max(id, state.lastRequest) };
}

/** Without the requests that have nothing left to do. */
const pruned = (state: State): State => ({
  ...state,
  requests: state.requests.filter((each) => openTargets(state, each).length > 0),
});

function did(state: State, request: number, cell: CellId): State {
  const requests = state.requests.map((each) =>
    each.id === request ? { ...each, did: [...each.did, cell] } : each,
  );
  return pruned({ ...state, requests });
}

export function dropTarget(state: State, { request, target, futile }: Of<'drop'>): State {
  const requests = state.requests.map((each) =>
    each.id === request
      ? { ...each, targets: each.targets.filter((other) => other !== target) }
      : each,
  );
  const message = futile ? SENTENCES.futile(cellOf(state, target).title) : state.message;
  return pruned({ ...state, requests, message });
}

// ---- Sent ----

type Send = Extract<Step, { type: 'send' }>;

export function send(state: State, { request: id, cell, anew }: Send): State {
  const asked = state.requests.find((each) => each.id === id);
  const on = asked?.on === true && asked.targets.includes(cell);
  const from = asked?.targets.includes(cell) ? asked.from : null;
  const run = state.lastRun + 1;
  const active: Active = {
    ...groundOf(state, cell),
    from,
    run,
    cell,
    request: id,
    inputs: sourcesOf(state, cell),
    moved: [],
    byItself: asked?.byItself ?? false,
    outdated: false,
    gone: false,
  };
  const opened = anew ? afterRemaking(state, id, cell) : state;
  const sent = change({ ...opened, active, lastRun: run }, cell, (held) => ({
    ...held,
    run,
    former: true,
    tally: NO_TALLY,
    progress: null,
    applied: {},
    trainedOn: on ? held.trainedOn + 1 : 0,
    ...branched(held, from),
  }));
  return did(sent, id, cell);
}

/** A branch keeps what lies before it, drawn steps and earlier branches; where it is told of, see `addStates`. */
function branched({ figures, branchedAt }: Held, from: number | null) {
  return {
    branches: NO_BRANCHES,
    branchedAt: from === null ? [] : branchedAt.filter((step) => step <= from),
    trunk: from === null ? {} : framesUntil(figures, from),
  };
}

/** What stands on a cell that is made anew has to run again, also where it did so for this request. */
function afterRemaking(state: State, request: number, cell: CellId): State {
  const spoiled = new Set(descendants(state, [cell]));
  const reopened = (each: Request): Request => ({
    ...each,
    targets: state.order.filter(
      (id) => each.targets.includes(id) || (each.scope.includes(id) && spoiled.has(id)),
    ),
    did: each.did.filter((id) => !spoiled.has(id)),
    failed: each.failed.filter((id) => !spoiled.has(id)),
    remade: [...each.remade, cell],
  });
  const requests = state.requests.map((each) => (each.id === request ? reopened(each) : each));
  return { ...state, requests };
}

export function refuse(state: State, { request, cell: id, error }: Of<'refuse'>): State {
  const run = state.lastRun + 1;
  const ending: Ending = {
    ...BLANK_ENDING,
    run,
    code: cellOf(state, id).code,
    status: 'error',
    epoch: state.epoch,
    problem: problemOf(state, id)?.message ?? null,
  };
  const refused = change({ ...state, lastRun: run }, id, (cell) => ({
    ...settled({ ...cell, former: true }, ending, error),
    ...UNMEASURED,
    run,
  }));
  return dropDependents(did(refused, request, id), id, request);
}

/** Of a run that stands on nothing. */
const BLANK_ENDING = {
  inputs: null,
  seen: [],
  sees: [],
  positions: {},
  captures: [],
  steered: null,
  halted: false,
  problem: null,
} as const;

// ---- Ended ----

/** The reader has told what runs to end: they, and not the page, will run it again. */
export function halt(state: State): State {
  if (state.active === null) return state;
  return { ...state, active: { ...state.active, outdated: false } };
}

export function finish(state: State, run: RunId, outcome: Outcome): State {
  const { active } = state;
  if (active?.run !== run) return state;
  if (active.gone) return apply({ ...state, active: null }, active, outcome.mutations);
  const { code, inputs, seen: foreseen, sees, positions, captures } = active;
  const { ms, device, memory, mutations } = outcome;
  const unforeseen = mutations.filter((mutation) => !foreseen.some(isOf(mutation)));
  const ending: Ending = {
    ...{ run, code, inputs, sees, positions, captures },
    status: outcome.status,
    epoch: state.epoch,
    problem: null,
    steered: null,
    seen: [...foreseen, ...unforeseen.map((mutation) => seenNow(state, active.cell, mutation))],
    halted: outcome.status === 'stopped' && !active.outdated,
  };
  const ended = end(apply(state, active, mutations), active, ending, outcome);
  const measured = change(ended, active.cell, (cell) => ({
    ...cell,
    ...{ ms, device, memory },
    report: reportOf(cell, code, outcome),
    pace: outcome.status === 'done' ? ms : cell.pace,
  }));
  const steered = steeredBy(measured, active);
  const told = change(measured, active.cell, (cell) => ({
    ...cell,
    ending: { ...ending, steered },
  }));
  return outcome.status === 'done' ? pruned(wakeAfter(told, active, steered)) : pruned(told);
}

/** Notes in the makers of variables that a run has changed them. */
function apply(state: State, { cell: by, run }: Active, mutations: readonly Mutation[]): State {
  return mutations.reduce((next, { cell, name }) => {
    const isMade = cell !== by && next.cells[cell]?.ending?.status === 'done';
    if (!isMade) return next;
    return change(next, cell, (maker) => ({
      ...maker,
      applied: { ...maker.applied, [name]: withRun(own(maker.applied, name) ?? [], by, run) },
    }));
  }, state);
}

function withRun(applied: readonly Source[], cell: CellId, run: RunId): Source[] {
  const isBefore = applied.some((source) => source.cell === cell);
  if (!isBefore) return [...applied, { cell, run }];
  return applied.map((source) => (source.cell === cell ? { cell, run } : source));
}

/** A run that ended early may not have come to all that its code changes. */
function reportOf({ report }: Held, code: string, { status, mutations }: Outcome): Held['report'] {
  const before = status === 'done' || report?.code !== code ? [] : report.mutations;
  const others = before.filter((mutation) => !mutations.some(isOf(mutation)));
  return { code, mutations: [...others, ...mutations] };
}

/** What reads the cell, and the cell itself where a control was moved too late for its run. */
function wakeAfter(state: State, { cell }: Active, steered: string | null): State {
  const itself = steered === null ? [] : [cell];
  return wake(state, [...itself, ...descendants(state, [cell])], 'run');
}

type End = { status: 'done' } | { status: 'stopped' } | { status: 'error'; error: CellError };

function end(state: State, active: Active, ending: Ending, how: End): State {
  const error = how.status === 'error' ? how.error : null;
  const ended = change({ ...state, active: null }, active.cell, (cell) =>
    settled(cell, ending, error),
  );
  return how.status === 'error' ? dropDependents(ended, active.cell, active.request) : ended;
}

/** Old outputs that a stopped run has not replaced stay; otherwise what is shown is this run's alone. */
function settled(cell: Held, ending: Ending, error: CellError | null): Held {
  const keeps = !cell.former || ending.status === 'stopped';
  const leftOver = keeps && cell.former && cell.outputs.length > 0;
  const cleared = keeps ? cell : { ...cell, outputs: [], figures: {}, restored: null };
  // A run that failed may have shown only some of its controls; which there are is for a whole one to say.
  const shown = ending.status === 'done' ? controlsIn(cleared.outputs) : cell.shown;
  return { ...cleared, shown, leftOver, former: false, trunk: {}, progress: null, error, ending };
}

function dropDependents(state: State, failed: CellId, request: number): State {
  const { requests, leftOut: left, causes } = afterFailure(state, failed, request);
  const titlesOf = (ids: readonly CellId[]) => ids.map((id) => cellOf(state, id).title);
  const message = leftOut(titlesOf(left), titlesOf(causes)) ?? state.message;
  return pruned({ ...state, requests, message });
}

/** The new worker knows nothing, so no run of the old one holds; only the one that it took along keeps its end. */
export function replaced(state: State, { message, end: how }: Of<'replaced'>): State {
  const { active } = state;
  const next = forgotten({ ...state, epoch: state.epoch + 1 });
  if (active === null || active.gone)
    return { ...next, active: null, message, status: 'replacing' };
  const { run, code, request: own } = active;
  const { status } = how;
  const ending = { ...BLANK_ENDING, run, code, status, epoch: next.epoch, halted: true };
  // What its request did before is gone with the worker, so the rest of it would stand on nothing.
  const rest = { ...next, requests: next.requests.filter(({ id }) => id !== own) };
  const ended = change(end(rest, active, ending, how), active.cell, (cell) => ({
    ...cell,
    ...UNMEASURED,
  }));
  return { ...ended, message, status: 'replacing' };
}

/** Without what was known of the variables of a worker that is gone. */
function forgotten(state: State): State {
  const cells = Object.entries(state.cells).map(([id, cell]) => [
    id,
    { ...cell, applied: {}, branches: NO_BRANCHES },
  ]);
  const variables = state.variables === null ? null : [];
  return { ...state, cells: Object.fromEntries(cells) as State['cells'], variables };
}
