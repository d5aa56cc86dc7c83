import { NOTEBOOK_LIMITS, type Notebook } from './notebook';
import { newNotebookId } from './random-names';

const SUFFIX = ' (copy)';

/** The same notebook as one of its own: its cells keep their names, and so their random numbers. */
export function copyOf({ title, seed, blocks }: Notebook, now: number): Notebook {
  const name = title.slice(0, NOTEBOOK_LIMITS.title - SUFFIX.length);
  return { id: newNotebookId(), title: name + SUFFIX, seed, blocks, changed: now };
}
