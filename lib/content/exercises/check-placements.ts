import { ContentError } from '../content-error';
import { didYouMean } from '../did-you-mean';
import type { ExerciseFile } from './exercise-files';
import type { Placement } from './placements';

type PlacedLesson = { folder: string; file: string; placements: readonly Placement[] };

/** What is wrong between a lesson and the exercises of its folder; `all` are those of the course. */
export function placementProblems(
  { folder, file, placements }: PlacedLesson,
  all: readonly ExerciseFile[],
): ContentError[] {
  const own = all.filter((exercise) => exercise.folder === folder);
  const placed = new Set(placements.map(({ id }) => id));
  return [
    ...placements
      .filter(({ id }) => !own.some((exercise) => exercise.id === id))
      .map(({ id, line }) => new ContentError(file, { line }, unknown(id, folder, all))),
    ...own.filter(({ id }) => !placed.has(id)).map((exercise) => unplaced(exercise, file)),
  ];
}

function unknown(id: string, folder: string, all: readonly ExerciseFile[]): string {
  const elsewhere = all.find((exercise) => exercise.id === id);
  if (elsewhere)
    return `exercise "${id}" belongs to another lesson: ${elsewhere.file}. Move the file, or make an exercise of its own here.`;
  const known = all.filter((exercise) => exercise.folder === folder).map((exercise) => exercise.id);
  const list = known.length > 0 ? ` This lesson has: ${known.join(', ')}.` : '';
  return `there is no exercise "${id}": content/${folder}/exercises/${id}.mdx is missing.${didYouMean(id, known)}${list}`;
}

function unplaced({ id, file }: ExerciseFile, lesson: string): ContentError {
  const reason = `no lesson places this exercise. Write <Exercise id="${id}" /> on a line of its own into ${lesson}.`;
  return new ContentError(file, { line: 1 }, reason);
}

/** Ids of which there is more than one in the course. */
export function doubleIds(all: readonly ExerciseFile[]): ContentError[] {
  const first = new Map<string, ExerciseFile>();
  return all.flatMap((exercise) => {
    const other = first.get(exercise.id);
    if (!other) {
      first.set(exercise.id, exercise);
      return [];
    }
    const reason = `is ${exercise.id}, as in ${other.file}. Ids are unique in the course, because readers' work is kept by them: rename one of the two.`;
    return [new ContentError(exercise.file, { field: 'id' }, reason)];
  });
}
