import type { DraftsNote } from '@/lib/drafts';
import type { Kernel, KernelSnapshot } from '@/lib/kernel/state';
import type { Versions } from './versions';

export type LessonSnapshot = {
  kernel: KernelSnapshot;
  drafts: DraftsNote;
  /** Somebody else's code is on the page, from a link; the reader's own work is kept apart, untouched. */
  shared: boolean;
};

/** What of the kernel the page passes on. */
type Passed = Pick<
  Kernel,
  | ('subscribe' | 'run' | 'runAll' | 'runTo' | 'runStale' | 'trainOn' | 'stop' | 'restart')
  | (
      | 'trainFrom'
      | 'edit'
      | 'reset'
      | 'setControl'
      | 'setAutomatic'
      | 'watchVariables'
      | 'chooseDevice'
    )
>;

/**
 * What cells and toolbars need of the page that they are on: a lesson or a notebook. Snapshots are immutable, and
 * equal by reference while nothing changed. The methods may be handed on as they are.
 */
export type RunningLesson = Passed & {
  kind: 'lesson' | 'notebook';
  /** `id`: unlike that of any other lesson or notebook; `seed`: that the seeds of its runs are made of. */
  page: { readonly id: string; readonly seed: number };
  getSnapshot(): LessonSnapshot;
  /** As the server rendered it, for hydration. */
  getServerSnapshot(): LessonSnapshot;
  /** Fetches the kernel's code, for what it says of the cells' code. */
  prepare(): void;
  /**
   * The reader is at the page, has come to a cell, or is about to press what runs one: as far as connection and device
   * allow, the kernel's code is fetched and the sandbox started, so that it is there when it is asked for.
   */
  approach(what: 'page' | 'cell' | 'run'): void;
  /** Former versions of the reader's code, and the lesson's own where it has changed since; null in a notebook. */
  versions: Versions | null;
};
