import type { ControlValue, Frame, Output, Progress } from '@/lib/protocol';
import type { DeviceQueue } from './device-queue';
import type { ControlDraft } from './input-drafts';
import type { Pace } from './pace';
import type { States } from './states/states';

/** How much of a file there is, and will be, in bytes. */
export type Received = (bytes: number, total: number) => void;

/**
 * What the course library needs of the worker that it runs in. There is one host per worker, and it
 * knows which run is going on: everything that is sent through it belongs to that run.
 */
export type Host = {
  /** Shows an output. Outputs appear in the order of the calls, also where one is still being read. */
  output(output: Output | Promise<Output>): void;
  /** Sends frames of figures whose `figure` output was sent before. Their typed arrays may be transferred. */
  frames(frames: Frame[]): void;
  /** Null takes back what was told. */
  progress(progress: Progress | null): void;
  /** Throws when the reader has pressed Stop; else does nothing. */
  checkpoint(): void;
  /** Through which states watched models went. */
  states: Pick<States, 'fit'>;
  /** Lets messages in while a model trains. */
  pace: Pace;
  /** What the device has yet to do of a training. */
  queue: DeviceQueue;
  /**
   * Shows a control, and gives what it is set to. `name` is the variable that holds it, if any.
   * Throws when the run has shown too many.
   */
  control(draft: ControlDraft, name: string | null): ControlValue;
  /**
   * A file below `data/`, e.g. `pima-diabetes/pima-diabetes.csv`. Rejects with a sentence for readers when there is
   * none. `received` is called at once, so that the sizes of several files are known, and with each part that comes.
   */
  fetchData(path: string, received?: Received): Promise<ArrayBuffer>;
  /** The next figure id of this run: `figure-1`, `figure-2`, ... */
  figureId(): string;
  /** A number that is different for every run. */
  run(): number;
  /** The run is not over before this settles; if it rejects, the run ends with that error. */
  wait(work: Promise<unknown>): void;
};
