import type { DraftsNote, Work } from '@/lib/drafts';
import type { Kernel } from '@/lib/kernel/state';
import { OutputKeeper } from '@/lib/lesson/output-keeper';
import type { NotebookEffects } from './effects';

type Effects = Pick<NotebookEffects, 'openWork' | 'now'>;

/** Beside those of lessons, whose names have no spaces. */
const nameOf = (id: string): string => `notebook ${id}`;

/**
 * Puts back what the cells of a notebook showed on an earlier visit, and keeps what they show from now on. `onNote` is
 * told what the browser says of it. Returns what ends that.
 */
export function keepOutputs(
  id: string,
  kernel: Kernel,
  effects: Effects,
  onNote: (note: DraftsNote) => void,
): () => void {
  let end: (() => void) | null = null;
  let ended = false;
  const begin = async () => {
    const work = await effects.openWork(nameOf(id));
    const saved = ended ? [] : await work.outputs.load();
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
  saved: Awaited<ReturnType<Work['outputs']['load']>>,
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

/** Forgets what the cells of a notebook showed. */
export async function forgetOutputs(id: string, { openWork }: Effects): Promise<void> {
  const work = await openWork(nameOf(id));
  await work.outputs.clear();
  work.close();
}
