import type {
  CellError,
  CellId,
  DeviceChoice,
  Frame,
  Output,
  Outcome,
  Progress,
  RunId,
  DeviceReport,
  DeviceStatus,
} from '@/lib/protocol';
import type { Notebook } from './effects';
import type { SandboxStatus } from './state';

/** How a run ends whose worker is ended. */
export type SandboxEnd = { status: 'stopped' } | { status: 'error'; error: CellError };

/** All that can happen to the kernel's state. */
export type Action =
  // ---- From the reader ----
  | { type: 'request'; targets: readonly CellId[] }
  | { type: 'edit'; cell: CellId; code: string }
  | { type: 'choose'; choice: DeviceChoice }
  /** Nothing waits any more; what runs is not touched. */
  | { type: 'empty-queue' }
  // ---- From the scheduler ----
  | { type: 'notebook'; notebook: Notebook }
  /** The cell goes to the worker. */
  | { type: 'send'; request: number; cell: CellId }
  /** The cell can't be sent: its code has a problem. */
  | { type: 'refuse'; request: number; cell: CellId; error: CellError }
  // ---- From the sandbox ----
  | { type: 'status'; status: SandboxStatus; message: string | null }
  | { type: 'ready'; device: DeviceStatus; devices: readonly DeviceReport[] }
  | { type: 'device'; device: DeviceStatus; devices: readonly DeviceReport[] }
  /** The worker and its variables are gone; what ran in it ends so. */
  | { type: 'replaced'; message: string | null; end: SandboxEnd }
  // ---- From the worker, about a run ----
  | { type: 'outputs'; run: RunId; outputs: readonly Output[] }
  | { type: 'frames'; run: RunId; frames: readonly Frame[] }
  | { type: 'progress'; run: RunId; progress: Progress }
  | { type: 'finish'; run: RunId; outcome: Outcome }
  /** A message of the run that is going on could not be read. */
  | { type: 'unreadable' };
