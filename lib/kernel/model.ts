import type { Analysis, Resolved } from '@/lib/notebook';
import type {
  CellId,
  Control,
  ControlValue,
  DeviceChoice,
  DeviceReport,
  DeviceStatus,
  Mutation,
  RunId,
  VariableReport,
} from '@/lib/protocol';
import type { SandboxPlace } from './address';
import type { Notebook } from './effects';
import { newCell, NO_BRANCHES } from './new-cell';
import type { Branches, CellContent, CellSpec, SandboxStatus } from './state';

/*
 * What the kernel knows. The reader's view (`KernelSnapshot`) is derived from it in `snapshot.ts`: in particular
 * no cell holds its state, so that stale and fresh can't disagree with the code on the page.
 */

/** Which run of which cell gave a name its value, or changed that value. */
export type Source = { cell: CellId; run: RunId };

/** A variable of a cell. */
export type Variable = { cell: CellId; name: string };

/** What had been done to a cell's variable when a run began: the runs that had changed it, in their order. */
export type Seen = Variable & { applied: readonly Source[] };

/** The positions of a cell's controls, by key; those that were never moved are not in it. */
export type Positions = Readonly<Record<string, ControlValue>>;

/**
 * On what a run stands, and what others take from it, as its code was when it was sent and as its inputs had run: the
 * code of either may be edited before this is asked for.
 */
export type Ground = {
  run: RunId;
  code: string;
  /** Of every variable that it read, itself or through functions, or changed. */
  seen: readonly Seen[];
  /** The variables that hold controls and that it sees move, itself or through functions. */
  sees: readonly Variable[];
  /** Where the controls of these cells, and its own, stood when it began. */
  positions: Readonly<Record<CellId, Positions>>;
  /** The names that it declares and that hold functions: they read what it reads. */
  captures: readonly string[];
};

/** How the last run of a cell ended. */
export type Ending = Ground & {
  status: 'done' | 'error' | 'stopped';
  /** The worker, counted from 0, in which its variables live. */
  epoch: number;
  /** By name; null when the run ended with its worker or never began, and so stands on nothing. */
  inputs: Readonly<Record<string, Source>> | null;
  /** The label of a control that it could see and that was moved while it ran. */
  steered: string | null;
  /** The reader stopped it, so it is theirs to run it again. */
  halted: boolean;
  /** The message of the analysis that kept it from running. */
  problem: string | null;
};

/** What a run has shown so far, against the caps. */
export type Tally = { outputs: number; characters: number; figures: number; noticed: boolean };

/** What runs of that very code have changed of other cells. */
export type ChangeReport = { code: string; mutations: readonly Mutation[] };

export type Held = CellContent & {
  analysis: Analysis | null;
  /** What is shown is still the former run's: the present one has shown nothing yet. */
  former: boolean;
  tally: Tally;
  ending: Ending | null;
  /** The controls before the person, by key: while a run goes on, also those of the one before. */
  shown: Readonly<Record<string, Control>>;
  /** By its variables, the runs of other cells that have changed their present values, in order. */
  applied: Readonly<Record<string, readonly Source[]>>;
  report: ChangeReport | null;
  trainedOn: number;
  branchedAt: readonly number[];
  branches: Branches;
  /** Of a run that goes on from a step of the one before: what that had drawn until then. */
  trunk: CellContent['figures'];
  /** Milliseconds of its last run that was done. */
  pace: number | null;
  /** Whether it runs by itself, as the author has marked it and as the reader has chosen; null where they did not. */
  marked: boolean | null;
  chosen: boolean | null;
};

/** The one run that the worker has. */
export type Active = Ground & {
  cell: CellId;
  request: number;
  inputs: Readonly<Record<string, Source>>;
  /** The controls that were moved since it began. */
  moved: readonly { cell: CellId; key: string }[];
  /** The step from which its training is to go on. */
  from: number | null;
  /** Nobody asked for it. */
  byItself: boolean;
  /** It runs by itself, and what it reads has moved on: it was told to make way for the next. */
  outdated: boolean;
  /** Its cell is not on the page any more; another may have come with the same id. */
  gone: boolean;
};

/** What is asked for: these cells, each after its stale ancestors. */
export type Request = {
  id: number;
  /** In the order in which they are seen to. Those that are fresh when their turn comes are passed over, but for `forced`. */
  targets: readonly CellId[];
  forced: readonly CellId[];
  /** Cells that are targets too when a cell that they stand on has to be made anew for another. */
  scope: readonly CellId[];
  /** Sent on its behalf already. */
  did: readonly CellId[];
  /** Cells that have failed: targets that stand on them are left out. */
  failed: readonly CellId[];
  /** Each time that a fresh cell was made anew on its behalf. */
  remade: readonly CellId[];
  /** By the page itself, for cells that run when what they read changes. */
  byItself: boolean;
  /** Its target is run again on what it changed before. */
  on: boolean;
  /** The step from which its target's training goes on; null for a run as the code says. */
  from: number | null;
};

export type State = {
  status: SandboxStatus;
  message: string | null;
  mode: SandboxPlace['mode'];
  device: DeviceStatus | null;
  devices: readonly DeviceReport[];
  choice: DeviceChoice;
  order: readonly CellId[];
  cells: Readonly<Record<CellId, Held>>;
  /** Null until it is needed for the first time. */
  notebook: Notebook | null;
  graph: Resolved | null;
  active: Active | null;
  requests: readonly Request[];
  epoch: number;
  /** The largest number given so far. */
  lastRun: RunId;
  lastRequest: number;
  /** Null while nobody watches. */
  variables: readonly VariableReport[] | null;
};

export const NO_TALLY: Tally = { outputs: 0, characters: 0, figures: 0, noticed: false };

export function initialState(specs: readonly CellSpec[], mode: SandboxPlace['mode']): State {
  return {
    status: 'off',
    message: null,
    mode,
    device: null,
    devices: [],
    choice: 'auto',
    order: specs.map((spec) => spec.id),
    cells: Object.fromEntries(specs.map((spec) => [spec.id, newHeld(spec)])),
    notebook: null,
    graph: null,
    active: null,
    requests: [],
    epoch: 0,
    lastRun: 0,
    lastRequest: 0,
    variables: null,
  };
}

export const newHeld = (spec: CellSpec): Held => ({
  ...newCell(spec),
  analysis: null,
  former: false,
  tally: NO_TALLY,
  ending: null,
  shown: {},
  applied: {},
  report: null,
  trainedOn: 0,
  branchedAt: [],
  branches: NO_BRANCHES,
  trunk: {},
  pace: null,
  marked: spec.automatic ?? null,
  chosen: null,
});

/** @throws {Error} for an id that the lesson does not have: a mistake of the caller's. */
export function cellOf(state: State, id: CellId): Held {
  const cell = state.cells[id];
  if (cell === undefined) throw new Error(`This lesson has no cell “${id}”.`);
  return cell;
}

/** The cell that runs; null also while one runs that was taken from the page. */
export function runningCell({ active }: State): CellId | null {
  return active === null || active.gone ? null : active.cell;
}

/** The same state with one cell changed; itself, when it is not there or comes back as it was. */
export function change(state: State, id: CellId | null, update: (cell: Held) => Held): State {
  const before = id === null ? undefined : state.cells[id];
  if (id === null || before === undefined) return state;
  const after = update(before);
  return after === before ? state : { ...state, cells: { ...state.cells, [id]: after } };
}
