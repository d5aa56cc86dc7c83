import type { Analysis, Resolved } from '@/lib/notebook';
import type { CellId, DeviceChoice, DeviceReport, DeviceStatus, RunId } from '@/lib/protocol';
import type { SandboxPlace } from './address';
import type { Notebook } from './effects';
import { newCell } from './new-cell';
import type { CellContent, CellSpec, SandboxStatus } from './state';

/*
 * What the kernel knows. The reader's view (`KernelSnapshot`) is derived from it in `snapshot.ts`: in particular
 * no cell holds its state, so that stale and fresh can't disagree with the code on the page.
 */

/** Which run of which cell gave a name its value. */
export type Source = { cell: CellId; run: RunId };

/** How the last run of a cell ended, and on what it stood. */
export type Ending = {
  run: RunId;
  code: string;
  status: 'done' | 'error' | 'stopped';
  /** The worker, counted from 0, in which its variables live. */
  epoch: number;
  /** By name; null when the run ended with its worker, and stands on nothing any more. */
  inputs: Readonly<Record<string, Source>> | null;
  /** The message of the analysis that kept it from running. */
  problem: string | null;
};

/** What a run has shown so far, against the caps. */
export type Tally = { outputs: number; characters: number; figures: number; noticed: boolean };

export type Held = CellContent & {
  analysis: Analysis | null;
  /** What is shown is still the former run's: the present one has shown nothing yet. */
  former: boolean;
  tally: Tally;
  ending: Ending | null;
};

/** The one run that the worker has. */
export type Active = {
  run: RunId;
  cell: CellId;
  request: number;
  code: string;
  inputs: Readonly<Record<string, Source>>;
};

/** What the reader asked for: these cells, each after its stale ancestors. `did`: sent on its behalf already. */
export type Request = { id: number; targets: readonly CellId[]; did: readonly CellId[] };

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
    cells: Object.fromEntries(specs.map((spec) => [spec.id, held(spec)])),
    notebook: null,
    graph: null,
    active: null,
    requests: [],
    epoch: 0,
    lastRun: 0,
    lastRequest: 0,
  };
}

const held = (spec: CellSpec): Held => ({
  ...newCell(spec),
  analysis: null,
  former: false,
  tally: NO_TALLY,
  ending: null,
});

/** @throws {Error} for an id that the lesson does not have: a mistake of the caller's. */
export function cellOf(state: State, id: CellId): Held {
  const cell = state.cells[id];
  if (cell === undefined) throw new Error(`This lesson has no cell “${id}”.`);
  return cell;
}
