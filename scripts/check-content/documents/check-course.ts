import { ContentError } from '@/lib/content/content-error';
import { doubleIds, placementProblems } from '@/lib/content/exercises/check-placements';
import type { ExerciseFile } from '@/lib/content/exercises/exercise-files';
import { orderLessons, parseFolder, toSummary } from '@/lib/content/lesson-list';
import type { Finding } from '../finding';
import { orFinding, toFinding, type Lesson } from './parse-documents';
import type { Document, Documents } from './read-documents';

const STRAY = 'only exercises stand here, in files named <id>.mdx. Rename or move it.';

/** Whether documents fit together: addresses and ids are unique, what is named is there, what is there is named. */
export function checkCourse(lessons: readonly Lesson[], documents: Documents): Finding[] {
  const findings: Finding[] = [];
  const summaries = lessons.flatMap(({ document: { folder, file }, parsed }) => {
    const summary = orFinding(() => toSummary(folder, file, parsed.frontMatter), findings);
    return summary === null ? [] : [summary];
  });
  orFinding(() => orderLessons(summaries), findings);
  const files = documents.exercises.map(toExerciseFile);
  const errors = [
    ...doubleIds(files),
    // A lesson that can't be read places nothing, and that is said already.
    ...lessons.flatMap(({ document: { folder, file }, parsed: { placements } }) =>
      placementProblems({ folder, file, placements }, files),
    ),
    ...withoutLesson(documents),
    ...documents.strays.map((file) => new ContentError(file, null, STRAY)),
  ];
  return [...findings, ...errors.map(toFinding)];
}

function toExerciseFile(document: Document): ExerciseFile {
  const { file, folder } = document;
  return { id: idOf(document), file, folder, path: file };
}

function withoutLesson({ lessons, exercises }: Documents): ContentError[] {
  return exercises
    .filter(({ folder }) => !lessons.some((lesson) => lesson.folder === folder))
    .map(({ file, folder }) => {
      const reason = `belongs to no lesson: there is no ${folder}/lesson.mdx. Write that, or move this.`;
      return new ContentError(file, { line: 1 }, reason);
    });
}

/** The id of an exercise is its file's name, also when the rest of it can't be read. */
export function idOf({ file }: Document): string {
  return /([^/]*)\.mdx$/.exec(file)?.[1] ?? file;
}

/** The slug of a document's lesson; null where its folder has no proper name. */
export function slugOf({ folder }: Document): string | null {
  return orFinding(() => parseFolder(folder).slug, []);
}
