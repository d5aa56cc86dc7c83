import type { Analysis } from '@/lib/notebook';
import type { CellError, CellId, DeviceReport, DeviceStatus, Outcome, RunId } from '@/lib/protocol';
import type { Action } from './actions';
import type { Notebook } from './effects';
import { problemOf } from './freshness';
import {
  NO_TALLY,
  cellOf,
  type Active,
  type Ending,
  type Held,
  type Source,
  type State,
} from './model';
import { UNMEASURED } from './new-cell';
import { afterFailure } from './schedule';
import { SENTENCES, leftOut } from './sentences';
import { addFrames, addNotice, addOutputs } from './shown';

/** The one place where the kernel's state changes. Pure; what belongs to a superseded run changes nothing. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'request':
      return request(state, action.targets);
    case 'edit':
      return edit(state, action.cell, action.code);
    case 'choose':
      return state.choice === action.choice ? state : { ...state, choice: action.choice };
    case 'empty-queue':
      return state.requests.length === 0 ? state : { ...state, requests: [] };
    case 'notebook':
      return resolve(state, action.notebook, state.order);
    case 'send':
      return send(state, action.request, action.cell);
    case 'refuse':
      return refuse(state, action.request, action.cell, action.error);
    case 'status':
      return { ...state, status: action.status, message: action.message };
    case 'ready':
      return ready(state, action.device, action.devices);
    case 'device':
      return { ...state, device: action.device, devices: action.devices };
    case 'replaced':
      return replaced(state, action);
    case 'outputs':
      return change(state, shownBy(state, action.run), (cell) => addOutputs(cell, action.outputs));
    case 'frames':
      return change(state, shownBy(state, action.run), (cell) => addFrames(cell, action.frames));
    case 'progress':
      return change(state, runningAs(state, action.run), (cell) => ({
        ...cell,
        progress: action.progress,
      }));
    case 'finish':
      return finish(state, action.run, action.outcome);
    case 'unreadable':
      return change(state, state.active?.cell ?? null, (cell) =>
        addNotice(cell, SENTENCES.unreadable),
      );
    default:
      return action satisfies never;
  }
}

function change(state: State, id: CellId | null, update: (cell: Held) => Held): State {
  if (id === null) return state;
  const before = cellOf(state, id);
  const after = update(before);
  return after === before ? state : { ...state, cells: { ...state.cells, [id]: after } };
}

/** The cell that shows a run: also after its end, for what a timer or a promise of it brings late. */
const shownBy = (state: State, run: RunId): CellId | null =>
  state.order.find((id) => cellOf(state, id).run === run) ?? null;

const runningAs = (state: State, run: RunId): CellId | null =>
  state.active?.run === run ? state.active.cell : null;

function ready(state: State, device: DeviceStatus, devices: readonly DeviceReport[]): State {
  const message = state.message === SENTENCES.retrying ? null : state.message;
  return { ...state, status: 'ready', message, device, devices };
}

// ---- The reader ----

function request(state: State, targets: readonly CellId[]): State {
  if (targets.length === 0) return state;
  const id = state.lastRequest + 1;
  const requests = [...state.requests, { id, targets, did: [] }];
  return { ...state, requests, lastRequest: id, message: null };
}

function edit(state: State, id: CellId, code: string): State {
  if (cellOf(state, id).code === code) return state;
  const edited = change(state, id, (cell) => ({ ...cell, code }));
  return state.notebook === null ? edited : resolve(edited, state.notebook, [id]);
}

/** Analyses the cells whose code is new, and draws the graph anew. */
function resolve(state: State, notebook: Notebook, changed: readonly CellId[]): State {
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
  if (!unparsed) return found;
  const { defines, declarations, reads } = analysis ?? notebook.analyze(original);
  return { ...found, defines, declarations, reads };
}

// ---- The life of a run ----

const did = (state: State, request: number, cell: CellId) =>
  state.requests
    .map((each) => (each.id === request ? { ...each, did: [...each.did, cell] } : each))
    .filter((each) => each.targets.some((target) => !each.did.includes(target)));

function send(state: State, request: number, id: CellId): State {
  const run = state.lastRun + 1;
  const { code } = cellOf(state, id);
  const active: Active = { run, cell: id, request, code, inputs: sourcesOf(state, id) };
  const sent = { ...state, active, lastRun: run, requests: did(state, request, id) };
  return change(sent, id, (cell) => ({
    ...cell,
    run,
    former: true,
    tally: NO_TALLY,
    progress: null,
  }));
}

function sourcesOf(state: State, id: CellId): Record<string, Source> {
  const inputs = Object.entries(state.graph?.get(id)?.inputs ?? {});
  return Object.fromEntries(
    inputs.map(([name, cell]) => [name, { cell, run: cellOf(state, cell).ending?.run ?? 0 }]),
  );
}

function finish(state: State, run: RunId, outcome: Outcome): State {
  const { active } = state;
  if (active?.run !== run) return state;
  const { ms, device, memory } = outcome;
  return end(state, active, outcome, { inputs: active.inputs, measures: { ms, device, memory } });
}

type End = { status: 'done' } | { status: 'stopped' } | { status: 'error'; error: CellError };

/** What a run leaves behind it; nothing, when it ended with its worker. */
type Remains = { inputs: Ending['inputs']; measures: Measures };
type Measures = Pick<Held, 'ms' | 'device' | 'memory'>;
const NOTHING: Remains = { inputs: null, measures: UNMEASURED };

function end(state: State, active: Active, how: End, { inputs, measures }: Remains): State {
  const { run, code } = active;
  const ending: Ending = {
    run,
    code,
    status: how.status,
    epoch: state.epoch,
    inputs,
    problem: null,
  };
  const error = how.status === 'error' ? how.error : null;
  const ended = change({ ...state, active: null }, active.cell, (cell) => ({
    ...settled(cell, ending, error),
    ...measures,
  }));
  return how.status === 'error' ? dropDependents(ended, active.cell, active.request) : ended;
}

/** Old outputs that a stopped run has not replaced stay; otherwise what is shown is this run's alone. */
function settled(cell: Held, ending: Ending, error: CellError | null): Held {
  const keeps = !cell.former || ending.status === 'stopped';
  const shown = keeps ? {} : { outputs: [], figures: {} };
  return { ...cell, ...shown, former: false, progress: null, error, ending };
}

function refuse(state: State, request: number, id: CellId, error: CellError): State {
  const run = state.lastRun + 1;
  const problem = problemOf(state, id)?.message ?? null;
  const { code } = cellOf(state, id);
  const ending: Ending = {
    run,
    code,
    status: 'error',
    epoch: state.epoch,
    inputs: null,
    problem,
  };
  const refused = change(
    { ...state, lastRun: run, requests: did(state, request, id) },
    id,
    (cell) => ({
      ...settled({ ...cell, former: true }, ending, error),
      ...UNMEASURED,
      run,
    }),
  );
  return dropDependents(refused, id, request);
}

function dropDependents(state: State, failed: CellId, request: number): State {
  const { kept, leftOut: left } = afterFailure(state, failed, request);
  const titles = left.map((id) => cellOf(state, id).title);
  const message = leftOut(titles, cellOf(state, failed).title) ?? state.message;
  return { ...state, requests: kept, message };
}

/** The new worker knows nothing, so no run of the old one holds; only the one that it took along keeps its end. */
function replaced(
  state: State,
  { message, end: how }: Extract<Action, { type: 'replaced' }>,
): State {
  const next = { ...state, epoch: state.epoch + 1 };
  const ended = state.active === null ? next : end(next, state.active, how, NOTHING);
  return { ...ended, message, status: 'replacing' };
}
