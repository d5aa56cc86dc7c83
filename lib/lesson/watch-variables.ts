import type { RunningLesson } from './running-lesson';

type Watched = Pick<RunningLesson, 'watchVariables'>;

/** How many parts of a page watch its variables. */
const watchers = new WeakMap<Watched, number>();

/** Keeps `kernel.variables` up to date until what it returns is called; only the last of several watchers ends it. */
export function watchVariables(lesson: Watched): () => void {
  const before = watchers.get(lesson) ?? 0;
  watchers.set(lesson, before + 1);
  if (before === 0) lesson.watchVariables(true);
  let over = false;
  return () => {
    if (over) return;
    over = true;
    const left = (watchers.get(lesson) ?? 1) - 1;
    watchers.set(lesson, left);
    if (left === 0) lesson.watchVariables(false);
  };
}
