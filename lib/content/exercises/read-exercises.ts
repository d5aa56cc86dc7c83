import { ContentError } from '../content-error';
import type { ContentFiles } from '../content-files';
import { parseFolder } from '../lesson-list';
import { parseLesson, type ParsedLesson } from '../parse-lesson';
import { doubleIds, placementProblems } from './check-placements';
import { allExerciseFiles, exerciseFiles, type ExerciseFile } from './exercise-files';
import { parseExercise, type ParsedExercise } from './parse-exercise';

/** An exercise with all that its author wrote, hidden tests included, and the lesson that it belongs to. */
export type AuthoredExercise = ParsedExercise & { slug: string };

export type CourseExercises = {
  /** Those that are as they should be, in order of the folders and, in one, of the lesson's text. */
  exercises: AuthoredExercise[];
  /** What is wrong with the others and with the lessons that place them; the first of each document. */
  errors: ContentError[];
};

/** Every exercise of the course, for commands: goes on after errors, so that all of them can be told. */
export async function readExercises(files: ContentFiles): Promise<CourseExercises> {
  const found: CourseExercises = { exercises: [], errors: [] };
  const folders = (await files.folders()).filter((folder) => !folder.startsWith('.')).sort();
  const all: ExerciseFile[] = [];
  for (const folder of folders) {
    all.push(...((await attempt(found, () => exerciseFiles(files, folder))) ?? []));
  }
  found.errors.push(...doubleIds(all));
  for (const folder of folders) await readFolder(files, { folder, all, found });
  return found;
}

type Reading = { folder: string; all: readonly ExerciseFile[]; found: CourseExercises };

async function readFolder(files: ContentFiles, { folder, all, found }: Reading): Promise<void> {
  const own = all.filter((exercise) => exercise.folder === folder);
  const file = `content/${folder}/lesson.mdx`;
  const source = await files.read(`${folder}/lesson.mdx`);
  if (source === null && own.length === 0) return;
  const parsed: ParsedExercise[] = [];
  for (const exercise of own) {
    const made = await attempt(found, () => readExercise(files, exercise));
    if (made) parsed.push(made);
  }
  const lesson = await attempt(found, () => {
    if (source !== null) return { slug: parseFolder(folder).slug, ...parseLesson(source, file) };
    throw new ContentError(
      file,
      null,
      `is missing, and content/${folder}/exercises has exercises.`,
    );
  });
  if (!lesson) return;
  found.errors.push(...placementProblems({ folder, file, placements: lesson.placements }, all));
  const { slug } = lesson;
  found.exercises.push(...inOrder(parsed, lesson).map((exercise) => ({ ...exercise, slug })));
}

async function attempt<T>(found: CourseExercises, work: () => T | Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    found.errors.push(error);
    return null;
  }
}

async function readExercise(files: ContentFiles, exercise: ExerciseFile): Promise<ParsedExercise> {
  return parseExercise((await files.read(exercise.path)) ?? '', exercise.file);
}

function inOrder(
  exercises: readonly ParsedExercise[],
  { placements }: Pick<ParsedLesson, 'placements'>,
): ParsedExercise[] {
  const place = ({ exercise }: ParsedExercise) =>
    placements.findIndex(({ id }) => id === exercise.id);
  return [...exercises].sort((a, b) => place(a) - place(b));
}

/** The exercises of one lesson, in order of its text. Throws `ContentError`. */
export async function readExercisesOf(
  files: ContentFiles,
  lesson: Pick<ParsedLesson, 'file' | 'placements'> & { folder: string },
): Promise<ParsedExercise[]> {
  const all = await allExerciseFiles(files);
  const [problem] = [...doubleIds(all), ...placementProblems(lesson, all)];
  if (problem) throw problem;
  const own = all.filter(({ folder }) => folder === lesson.folder);
  return inOrder(await Promise.all(own.map((exercise) => readExercise(files, exercise))), lesson);
}
