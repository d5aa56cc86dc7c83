import type { MDXContent } from 'mdx/types';
import type { Exercise, Material } from '@/lib/exercises/exercise';
import type { LessonText } from '@/lib/export';
import type { AuthoredCell } from './cells';
import { compileLesson } from './compile-lesson';
import { ContentError } from './content-error';
import type { ContentFiles } from './content-files';
import { compileExercise, type CompiledExercise } from './exercises/compile-exercise';
import type { ParsedExercise } from './exercises/parse-exercise';
import { readExercisesOf } from './exercises/read-exercises';
import { lessonText } from './export/lesson-text';
import { splitFrontMatter } from './front-matter';
import type { Heading } from './headings';
import { orderLessons, parseFolder, toSummary, type LessonSummary } from './lesson-list';
import { parseLesson } from './parse-lesson';

export type Lesson = LessonSummary & {
  cells: AuthoredCell[];
  headings: Heading[];
  /** In order of the text. */
  exercises: CompiledExercise[];
  Content: MDXContent;
};

type Document = { folder: string; file: string; source: string };

async function readDocument(files: ContentFiles, folder: string): Promise<Document | null> {
  parseFolder(folder);
  const source = await files.read(`${folder}/lesson.mdx`);
  return source === null ? null : { folder, file: `content/${folder}/lesson.mdx`, source };
}

async function readDocuments(files: ContentFiles): Promise<Document[]> {
  const folders = (await files.folders()).filter((folder) => !folder.startsWith('.'));
  const documents = await Promise.all(folders.map((folder) => readDocument(files, folder)));
  return documents.filter((document) => document !== null);
}

function summarise({ folder, file, source }: Document): LessonSummary {
  return toSummary(folder, file, splitFrontMatter(source, file).frontMatter);
}

/** Every lesson that has a document, in order of the course. Throws `ContentError`. */
export async function readLessons(files: ContentFiles): Promise<LessonSummary[]> {
  return orderLessons((await readDocuments(files)).map(summarise));
}

/** Throws `ContentError` when there is none of that name. */
async function findDocument(files: ContentFiles, slug: string): Promise<Document> {
  const documents = await readDocuments(files);
  orderLessons(documents.map(summarise));
  const document = documents.find(({ folder }) => parseFolder(folder).slug === slug);
  if (!document) throw new ContentError('content', null, `there is no lesson "${slug}".`);
  return document;
}

/** One lesson, compiled. Throws `ContentError`, also when there is none of that name. */
export async function readLesson(files: ContentFiles, slug: string): Promise<Lesson> {
  const { document, lesson, exercises } = await parseDocument(files, slug);
  const { cells, headings } = lesson;
  return {
    ...summarise(document),
    cells,
    headings,
    exercises: await Promise.all(exercises.map(compileExercise)),
    Content: await compileLesson(lesson),
  };
}

/** A lesson's text, parsed, with its exercises. Throws `ContentError`. */
async function parseDocument(files: ContentFiles, slug: string) {
  const document = await findDocument(files, slug);
  const lesson = parseLesson(document.source, document.file);
  const { folder } = document;
  return { document, lesson, exercises: await readExercisesOf(files, { ...lesson, folder }) };
}

/** The text around a lesson's cells, for its files. Throws `ContentError`, also when there is none of that name. */
export async function readLessonText(files: ContentFiles, slug: string): Promise<LessonText> {
  const { lesson, exercises } = await parseDocument(files, slug);
  return lessonText(lesson, titlesOf(exercises));
}

const titlesOf = (exercises: readonly ParsedExercise[]) =>
  new Map(exercises.map(({ exercise }) => [exercise.id, exercise.title]));

/**
 * What a page fetches of a lesson's exercises, by id: no hidden test and no example of a mistake is in it.
 * Throws `ContentError`, also when there is no lesson of that name.
 */
export async function readMaterials(
  files: ContentFiles,
  slug: string,
): Promise<Record<string, Material>> {
  const { exercises } = await parseDocument(files, slug);
  return Object.fromEntries(exercises.map(({ exercise, material }) => [exercise.id, material]));
}

/** The exercises of one lesson, without their text, in its order. */
export type LessonExercises = { slug: string; exercises: Exercise[] };

/** Of every lesson that has a document, in order of the course. Throws `ContentError`. */
export async function readExerciseList(files: ContentFiles): Promise<LessonExercises[]> {
  const lessons = await readLessons(files);
  return Promise.all(
    lessons.map(async ({ slug }) => {
      const { exercises } = await parseDocument(files, slug);
      return { slug, exercises: exercises.map(({ exercise }) => exercise) };
    }),
  );
}
