import type { DraftsNote, SavedOutput, Work } from '@/lib/drafts';
import type { Kernel } from '@/lib/kernel/state';
import { OutputKeeper } from '@/lib/lesson/output-keeper';
import type { NotebookEffects } from './effects';

type Effects = Pick<NotebookEffects, 'openWork' | 'now'>;

/** Beside those of lessons, whose names have no spaces. */
const nameOf = (id: string): string => `notebook ${id}`;

/**
 * Puts back what the cells of a notebook showed on an earlier visit, and keeps what they show from now on. `onNote` is
 * told what the browser says of it. `taken`: what `takeOutputs` took, to be kept again. Returns what ends that.
 */
export function keepOutputs(
  id: string,
  kernel: Kernel,
  effects: Effects,
  onNote: (note: DraftsNote) => void,
  taken: Promise<readonly SavedOutput[]> | null = null,
): () => void {
  let end: (() => void) | null = null;
  let ended = false;
  const begin = async () => {
    const work = await effects.openWork(nameOf(id));
    if (taken !== null) putBack(await taken, work);
    const saved = ended ? [] : await (taken ?? work.outputs.load());
    if (ended) return work.close();
    end = follow(work, kernel, effects.now, onNote, saved);
  };
  // Without it the page does all but remember its outputs.
  begin().catch(() => {});
  return () => {
    ended = true;
    end?.();
  };
}

function follow(
  work: Work,
  kernel: Kernel,
  now: () => number,
  onNote: (note: DraftsNote) => void,
  saved: readonly SavedOutput[],
): () => void {
  const keeper = new OutputKeeper(work, now);
  keeper.restore(saved, kernel);
  const look = () => keeper.observe(kernel.getSnapshot());
  look();
  const stops = [kernel.subscribe(look), work.subscribe(() => onNote(work.getNote()))];
  return () => {
    stops.forEach((stop) => stop());
    work.close();
  };
}

function putBack(taken: readonly SavedOutput[], { outputs }: Work): void {
  for (const { cell, keepsake, saved } of taken) outputs.save(cell, keepsake, saved);
  void outputs.flush();
}

/** Takes out of the browser what the cells of a notebook showed. */
export async function takeOutputs(
  id: string,
  { openWork }: Effects,
): Promise<readonly SavedOutput[]> {
  const work = await openWork(nameOf(id));
  const saved = await work.outputs.load();
  await work.outputs.clear();
  work.close();
  return saved;
}
