import type {
  CellError,
  CellId,
  Device,
  DeviceChoice,
  DeviceReport,
  DeviceStatus,
  Figure,
  Frame,
  MemoryReport,
  Output,
  Progress,
  RunId,
} from '@/lib/protocol';

/**
 * `idle`: never run. `stale`: ran, but its code or something that it reads has changed since.
 * `done`: what is shown follows from the code on the page.
 */
export type CellState = 'idle' | 'stale' | 'queued' | 'running' | 'done' | 'error' | 'stopped';

/** A figure and the frames kept of it, in order of step. */
export type FigureHistory = { figure: Figure; frames: readonly Frame[] };

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
};

/** A cell as the reader sees it: with what follows from the other cells. */
export type CellSnapshot = CellContent & {
  state: CellState;
  /** The cells that declare what this one reads, nearest first. */
  parents: readonly CellId[];
  /** The names that it declares. */
  defines: readonly string[];
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
};

/** What a lesson's page holds for each cell before anything has run. */
export type CellSpec = { id: CellId; title: string; code: string };

/** The page's side of the sandbox. Snapshots are immutable, and equal by reference while nothing changed. */
export type Kernel = {
  subscribe(listener: () => void): () => void;
  getSnapshot(): KernelSnapshot;
  /** Runs the cell's stale ancestors, then the cell. */
  run(id: CellId): void;
  runAll(): void;
  /** Stops what runs and empties the queue; keeps variables where the code yields in time. */
  stop(): void;
  /** A new worker: every variable is gone, every cell that ran is stale. */
  restart(): void;
  edit(id: CellId, code: string): void;
  /** Back to the lesson's own code. */
  reset(id: CellId): void;
  chooseDevice(choice: DeviceChoice): void;
  /** Puts the sandbox's frame on the page, in which nothing is loaded yet, so that a start is short. */
  prepare(): void;
  /** Starts the sandbox ahead of the first run; no effect once it has started. */
  warm(): void;
  dispose(): void;
};
