import type { DraftsNote } from '@/lib/drafts';
import type { KernelSnapshot } from '@/lib/kernel/state';
import type { CellId, ControlValue, DeviceChoice } from '@/lib/protocol';
import type { Versions } from './versions';

export type LessonSnapshot = {
  kernel: KernelSnapshot;
  drafts: DraftsNote;
  /** Somebody else's code is on the page, from a link; the reader's own work is kept apart, untouched. */
  shared: boolean;
};

/**
 * What cells and toolbars need of the page that they are on: a lesson or a notebook. Snapshots are immutable, and
 * equal by reference while nothing changed. The methods may be handed on as they are.
 */
export type RunningLesson = {
  kind: 'lesson' | 'notebook';
  subscribe(listener: () => void): () => void;
  getSnapshot(): LessonSnapshot;
  /** As the server rendered it, for hydration. */
  getServerSnapshot(): LessonSnapshot;
  /** Fetches the kernel's code, when the reader comes near a cell. */
  prepare(): void;
  /** Starts the sandbox, when the reader is about to run. */
  warm(): void;
  run(id: CellId): void;
  runAll(): void;
  runTo(id: CellId): void;
  runStale(): void;
  trainOn(id: CellId): void;
  stop(): void;
  restart(): void;
  chooseDevice(choice: DeviceChoice): void;
  edit(id: CellId, code: string): void;
  reset(id: CellId): void;
  setControl(id: CellId, key: string, value: ControlValue): void;
  setAutomatic(id: CellId, automatic: boolean | null): void;
  watchVariables(on: boolean): void;
  /** Former versions of the reader's code, and the lesson's own where it has changed since; null in a notebook. */
  versions: Versions | null;
};
