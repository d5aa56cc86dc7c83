import type {
  CellError,
  CellId,
  ControlValue,
  Device,
  DeviceChoice,
  DeviceReport,
  DeviceStatus,
  Figure,
  Frame,
  MemoryReport,
  Mutation,
  Output,
  Progress,
  RunId,
  VariableReport,
} from '@/lib/protocol';

/**
 * `idle`: never run. `stale`: ran, but its code or something that it reads has changed since.
 * `done`: what is shown follows from the code on the page.
 */
export type CellState = 'idle' | 'stale' | 'queued' | 'running' | 'done' | 'error' | 'stopped';

/** Why what a cell shows does not follow from the page any more. */
export type StaleReason =
  | { kind: 'edited' }
  /** A cell that it reads, however indirectly, is not fresh. */
  | { kind: 'input'; cell: CellId }
  /** The variables of its last run are gone with their worker. */
  | { kind: 'restarted' }
  /** A control that it reads was moved since. */
  | { kind: 'control'; label: string }
  /** A control that it reads was moved while it ran, so that no run from the top gives this again. */
  | { kind: 'steered'; label: string }
  /** What it reads has been changed by that cell since, or by one run more or fewer. */
  | { kind: 'mutated'; name: string; cell: CellId }
  /** Shown as it was left on an earlier visit. */
  | { kind: 'before' }
  /** Shown as it was when the cell was deleted, which was undone. */
  | { kind: 'deleted' };

/** From where outputs were put back that no run on this page, or none of this cell any more, has made. */
export type Restored = 'visit' | 'deletion';

/** A figure and the frames kept of it, in order of step. */
export type FigureHistory = { figure: Figure; frames: readonly Frame[] };

/** The steps whose states the worker has, in order, and what a step is called. */
export type Branches = { steps: readonly number[]; stepName: string };

/** What is kept of a cell as it is shown. */
export type CellContent = {
  id: CellId;
  title: string;
  /** The code as it stands now, and as the lesson has it. */
  code: string;
  original: string;
  /** The run that made what is shown, or is making it. */
  run: RunId | null;
  outputs: readonly Output[];
  figures: Readonly<Record<string, FigureHistory>>;
  error: CellError | null;
  progress: Progress | null;
  /** Of the run that made what is shown; null until it is over, and when it ended with its worker. */
  ms: number | null;
  device: Device | null;
  memory: MemoryReport | null;
  /** What the person has set the cell's controls to, by key. */
  controls: Readonly<Record<string, ControlValue>>;
  /** From where what is shown was put back; null when a run of the cell has made it. */
  restored: Restored | null;
  /** What is shown is of the run before the last, which was stopped before it had shown anything. */
  leftOver: boolean;
};

/** A cell as the reader sees it: with what follows from the other cells. */
export type CellSnapshot = CellContent & {
  state: CellState;
  /** The cells that declare what this one reads, nearest first. */
  parents: readonly CellId[];
  /** The names that it declares. */
  defines: readonly string[];
  /** Each name that it reads from another cell, and that cell. */
  inputs: Readonly<Record<string, CellId>>;
  /** What of its names keeps it from running beside the other cells; null when nothing does. */
  conflict: CellError | null;
  /** The variables of other cells that it changes: as its last run did, or as its code looks before one. */
  mutates: readonly Mutation[];
  /** How often it was run on the same model after its first run: 0 unless the reader chose to train on. */
  trainedOn: number;
  /** The steps from which its training went on, by the reader's choice, rather than from its beginning; mostly none. */
  branchedAt: readonly number[];
  /** From where its training can go on. */
  branches: Branches;
  /** Null unless its state is `stale`. */
  because: StaleReason | null;
  /** Whether it runs by itself when what it reads changes. */
  automatic: boolean;
};

/** `off`: not started. `replacing`: the worker was ended and a new one is on its way. `failed`: it can't be started. */
export type SandboxStatus = 'off' | 'starting' | 'ready' | 'replacing' | 'failed';

export type KernelSnapshot = {
  status: SandboxStatus;
  /** What last happened to the sandbox, in a sentence for the reader; null when there is nothing to say. */
  message: string | null;
  mode: 'own-origin' | 'opaque-origin';
  device: DeviceStatus | null;
  devices: readonly DeviceReport[];
  choice: DeviceChoice;
  order: readonly CellId[];
  cells: Readonly<Record<CellId, CellSnapshot>>;
  /** As last told; null while nobody watches. */
  variables: readonly VariableReport[] | null;
};

/**
 * What a lesson's page holds for each cell before anything has run.
 * `automatic`: whether it runs by itself when what it reads changes; without it, a cell that reads a control does,
 * unless it trains.
 */
export type CellSpec = { id: CellId; title: string; code: string; automatic?: boolean };

/** What is kept of a cell's last run from one visit to the next. `code`: what it ran. */
export type Keepsake = Pick<
  CellContent,
  'code' | 'outputs' | 'figures' | 'error' | 'ms' | 'device' | 'memory' | 'controls'
>;

/** The page's side of the sandbox. Snapshots are immutable, and equal by reference while nothing changed. */
export type Kernel = {
  subscribe(listener: () => void): () => void;
  getSnapshot(): KernelSnapshot;
  /** Runs the cell's stale ancestors, then the cell. */
  run(id: CellId): void;
  runAll(): void;
  /** Runs what is not fresh, from the top to this cell, which runs in any case. */
  runTo(id: CellId): void;
  /** Runs the cells that ran once and are not fresh. */
  runStale(): void;
  /**
   * Runs the cell again on what it changed before, e.g. trains the same model for as long again, where Run would make
   * that anew first.
   */
  trainOn(id: CellId): void;
  /**
   * Runs the cell, its training from how it stood after that step of the last run: of its figures' steps one that is in
   * the cell's `branches`. No effect for another.
   */
  trainFrom(id: CellId, step: number): void;
  /** Stops what runs and empties the queue; keeps variables where the code yields in time. */
  stop(): void;
  /** A new worker: every variable is gone, every cell that ran is stale. */
  restart(): void;
  edit(id: CellId, code: string): void;
  /** Back to the lesson's own code. */
  reset(id: CellId): void;
  /** Moves a control of the cell's outputs; what reads it and is automatic runs. */
  setControl(id: CellId, key: string, value: ControlValue): void;
  /** The reader's own choice, before the lesson's; null gives the choice back to it. */
  setAutomatic(id: CellId, automatic: boolean | null): void;
  /** While true, `variables` is kept up to date. */
  watchVariables(on: boolean): void;
  /** Puts back what was shown on an earlier visit, or before a deletion. No effect on a cell that has run since. */
  restore(id: CellId, keepsake: Keepsake, from: Restored): void;
  /** Puts a cell on the page, before the one that is at that place. @throws {Error} when the id is taken. */
  insert(spec: CellSpec, at: number): void;
  /** Takes a cell from the page, and its variables with it. */
  remove(id: CellId): void;
  /** To that place among the others. */
  move(id: CellId, to: number): void;
  rename(id: CellId, title: string): void;
  /** What Reset goes back to from now on, e.g. after the lesson's own code was chosen anew. */
  setOriginal(id: CellId, original: string): void;
  chooseDevice(choice: DeviceChoice): void;
  /** Puts the sandbox's frame on the page, in which nothing is loaded yet, so that a start is short. */
  prepare(): void;
  /** Starts the sandbox ahead of the first run; no effect once it has started. */
  warm(): void;
  dispose(): void;
};
