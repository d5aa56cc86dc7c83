import type { ControlValue } from './control';
import type { Checked, CheckParts, Tested } from './checking';
import type { Device, DeviceChoice, DeviceReport, DeviceStatus, ModelTimes } from './device';
import type { Frame } from './figure';
import type { CellError, MemoryReport, Output, Progress } from './output';
import type { Mutation, VariableReport } from './variable';

/** Unique over the life of a page; a later run has a larger number. */
export type RunId = number;
export type CellId = string;

// ---- Window messages: the handshake, checked by `source` and `origin`, once ----

/** Frame to page: the frame is up. */
export type Hello = { layerwise: number; type: 'hello' };
/** Page to frame, with the control port transferred. */
export type Connect = { layerwise: number; type: 'connect' };

// ---- Control port: page and frame ----

export type PageToFrame =
  /** The data port is transferred with it; the frame passes it on to the new worker. */
  | { type: 'start'; worker: number }
  /** Stops that run, and no later one. */
  | { type: 'interrupt'; worker: number; run: RunId }
  | { type: 'terminate'; worker: number }
  | { type: 'ping'; id: number };

/** How the worker was started: from its URL, or in an opaque origin from a `data:` or `blob:` address. */
export type WorkerAddress = 'url' | 'data' | 'blob';

export type FrameToPage =
  | { type: 'started'; worker: number; address: WorkerAddress; sharedMemory: boolean }
  | { type: 'failed'; worker: number; message: string }
  | { type: 'pong'; id: number };

// ---- Data port: page and worker ----

export type PageToWorker =
  | {
      type: 'run';
      run: RunId;
      cell: CellId;
      code: string;
      /** The names that the code reads from other cells, and the cell that declares each. */
      inputs: Record<string, CellId>;
      seed: number;
      /** What the person has set the cell's own controls to, by key; those that were never touched are not in it. */
      controls: Record<string, ControlValue>;
      /** The step of its last run from which its watched training is to go on; null to begin as the code says. */
      from: number | null;
    }
  /** Checks an answer to an exercise; once in the life of a worker, and nothing else runs in it. */
  | ({ type: 'check'; run: RunId } & CheckParts)
  /** A control was moved. Counts at once, also for the run that is going on. */
  | { type: 'control'; cell: CellId; key: string; value: ControlValue }
  /** Asks for `variables`, after the runs that were sent before it. */
  | { type: 'inspect' }
  /** The cell is not on the page any more: its variables and its outputs' tensors may go. */
  | { type: 'forget'; cell: CellId }
  | { type: 'device'; choice: DeviceChoice }
  /** What was measured on earlier visits. */
  | { type: 'remembered'; models: readonly ModelTimes[] };

export type RuntimeReport = {
  version: number;
  tfjs: string;
  isolated: boolean;
  devices: DeviceReport[];
};

/** From where the training that a cell watched can go on. */
export type StatesReport = {
  /** The steps whose states the worker keeps, in order. */
  steps: number[];
  stepName: string;
  /** The step from which this run went on; null when it began as the code says. */
  from: number | null;
};

export type WorkerToPage =
  | { type: 'ready'; report: RuntimeReport; device: DeviceStatus }
  | { type: 'device'; device: DeviceStatus; devices: DeviceReport[] }
  /** To be remembered in place of what was known of that model on that machine. */
  | { type: 'learned'; model: ModelTimes }
  | { type: 'started'; run: RunId }
  | { type: 'outputs'; run: RunId; outputs: Output[] }
  | { type: 'frames'; run: RunId; frames: Frame[] }
  /** Null: how far the run is, is not known any more. */
  | { type: 'progress'; run: RunId; progress: Progress | null }
  /** Before `finished`, of a run that has trained under watch. */
  | ({ type: 'states'; run: RunId } & StatesReport)
  | { type: 'finished'; run: RunId; outcome: Outcome }
  | { type: 'variables'; variables: VariableReport[] }
  /** A test of the check has ended. */
  | { type: 'tested'; run: RunId; tested: Tested }
  /** The check has ended by itself; nothing comes after it. */
  | { type: 'checked'; run: RunId; checked: Checked }
  /** The device went away under a running backend; what it held is gone, so the worker has to be replaced. */
  | { type: 'lost'; device: Device; message: string };

export type Outcome = {
  ms: number;
  device: Device;
  memory: MemoryReport;
  /** The variables of other cells that the run changed; told however it ended. */
  mutations: Mutation[];
} & ({ status: 'done' } | { status: 'error'; error: CellError } | { status: 'stopped' });
