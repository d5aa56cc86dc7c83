import type {
  CellError,
  CellId,
  ControlValue,
  DeviceChoice,
  Frame,
  Output,
  Outcome,
  Progress,
  RunId,
  StatesReport,
  DeviceReport,
  DeviceStatus,
  VariableReport,
} from '@/lib/protocol';
import type { Notebook } from './effects';
import type { Request } from './model';
import type { Step } from './schedule';
import type { CellSpec, Keepsake, Restored, SandboxStatus } from './state';

/** How a run ends whose worker is ended. */
export type SandboxEnd = { status: 'stopped' } | { status: 'error'; error: CellError };

/** What the reader asks for; `lib/kernel/asks.ts` says what each button means. */
export type Ask = Pick<Request, 'targets' | 'forced' | 'scope' | 'on'> &
  Partial<Pick<Request, 'from'>>;

/** What changes the page itself: its cells, their code, their controls. */
export type PageAction =
  | { type: 'edit'; cell: CellId; code: string }
  | { type: 'original'; cell: CellId; original: string }
  | { type: 'rename'; cell: CellId; title: string }
  | { type: 'insert'; spec: CellSpec; at: number }
  | { type: 'remove'; cell: CellId }
  | { type: 'move'; cell: CellId; to: number }
  | { type: 'control'; cell: CellId; key: string; value: ControlValue }
  | { type: 'automatic'; cell: CellId; automatic: boolean | null }
  | { type: 'restore'; cell: CellId; keepsake: Keepsake; from: Restored };

/** All that can happen to the kernel's state. */
export type Action =
  // ---- From the reader ----
  | ({ type: 'request' } & Ask)
  | { type: 'choose'; choice: DeviceChoice }
  | { type: 'watch'; on: boolean }
  /** Nothing waits any more; what runs is not touched. */
  | { type: 'empty-queue' }
  /** What runs was told to end, by the reader. */
  | { type: 'halt' }
  // ---- To the page ----
  | PageAction
  // ---- From the scheduler ----
  | { type: 'notebook'; notebook: Notebook }
  | Step
  // ---- From the sandbox ----
  | { type: 'status'; status: SandboxStatus; message: string | null }
  | { type: 'ready'; device: DeviceStatus; devices: readonly DeviceReport[] }
  | { type: 'device'; device: DeviceStatus; devices: readonly DeviceReport[] }
  /** The worker and its variables are gone; what ran in it ends so. */
  | { type: 'replaced'; message: string | null; end: SandboxEnd }
  | { type: 'variables'; variables: readonly VariableReport[] }
  // ---- From the worker, about a run ----
  | { type: 'outputs'; run: RunId; outputs: readonly Output[] }
  | { type: 'frames'; run: RunId; frames: readonly Frame[] }
  | { type: 'progress'; run: RunId; progress: Progress | null }
  | ({ type: 'states'; run: RunId } & StatesReport)
  | { type: 'finish'; run: RunId; outcome: Outcome }
  /** A message of the run that is going on could not be read. */
  | { type: 'unreadable' };
