import type { CellSpec } from '@/lib/kernel/state';

/** `warmsWhenEdited`: whether who edits is taken to be about to run, so that the sandbox starts; true if not said. */
export type LessonSpec = {
  slug: string;
  seed: number;
  cells: readonly CellSpec[];
  warmsWhenEdited?: boolean;
};
