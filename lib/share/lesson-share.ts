import type { LessonShare } from './share';

type Cell = { id: string; code: string; original: string };

/** The share of a lesson: the cells, in its order, whose code is not the lesson's own. */
export function lessonShare(lesson: string, cells: readonly Cell[]): LessonShare {
  const changed = cells.filter((cell) => cell.code !== cell.original);
  return {
    version: 1,
    lesson,
    cells: changed.map(({ id, code }) => ({ id, code })),
  };
}
