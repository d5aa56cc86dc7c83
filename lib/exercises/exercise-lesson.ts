import { type LessonEffects, lessonEffects } from '@/lib/lesson/lesson-effects';
import { LessonStore } from '@/lib/lesson/lesson-store';
import type { CellId } from '@/lib/protocol';
import type { Exercise } from './exercise';

/** The cell that holds a reader's answer; its folder keeps its names apart from those of the lesson's cells. */
export const answerCell = (exercise: string): CellId => `exercise/${exercise}/answer`;
export const setupCell = (exercise: string): CellId => `exercise/${exercise}/setup`;

const SETUP_TITLE = 'What this exercise gives you';

/**
 * An answer as the one cell of a lesson of its own: so it is kept as it is typed, with its history, two tabs do not
 * overwrite each other, and a run has a sandbox of its own, which starts when Run is first pressed. Answers that are no
 * code are kept in the same way and never run.
 */
export function exerciseLesson(
  slug: string,
  exercise: Exercise,
  effects: LessonEffects = lessonEffects,
): LessonStore {
  const { id, title } = exercise;
  const code = exercise.kind === 'code' ? exercise.starter : '';
  const seed = 'seed' in exercise ? exercise.seed : 0;
  const cells = [{ id: answerCell(id), title, code }];
  return new LessonStore(
    { slug: `exercise ${id}`, seed, cells, warmsWhenEdited: false },
    {
      ...effects,
      // There may be many on a page: none starts anything before it is asked to.
      atFirstSign: () => {},
      ahead: () => 'nothing',
      async loadKernel() {
        const [makeKernel, { loadMaterial }] = await Promise.all([
          effects.loadKernel(),
          import('./material'),
        ]);
        const { setup } = await loadMaterial(slug, id);
        const before = setup.trim() === '' ? [] : [setupSpec(id, setup)];
        return (options) => makeKernel({ ...options, cells: [...before, ...options.cells] });
      },
    },
  );
}

const setupSpec = (exercise: string, code: string) => ({
  id: setupCell(exercise),
  title: SETUP_TITLE,
  code,
});
