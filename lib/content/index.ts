import 'server-only';
import path from 'node:path';
import type { Material } from '@/lib/exercises/exercise';
import { outlineOf, type OutlineLesson } from '@/lib/exercises/outline';
import type { LessonText } from '@/lib/export';
import type { CellSpec } from '@/lib/kernel/state';
import type { StillLesson } from '@/lib/recorded/still';
import { watchContent } from './content-revision';
import { courseEntries, type CourseEntry, type LessonSummary } from './lesson-list';
import { filesIn } from './content-files';
import {
  readExerciseList,
  readLesson,
  readLessons,
  readLessonText,
  readMaterials,
  type Lesson,
  type LessonExercises,
} from './lesson-store';
import { readRecorded } from './recorded';

export { neighbours, type CourseEntry, type LessonSummary } from './lesson-list';
export type { Lesson, LessonExercises } from './lesson-store';
export type { CompiledExercise } from './exercises/compile-exercise';
export type { Heading } from './headings';

const files = () => filesIn(path.join(process.cwd(), 'content'));

/** Every lesson that has a document, in order of the course. Throws `ContentError`. */
export async function listLessons(): Promise<LessonSummary[]> {
  await watchContent();
  return readLessons(files());
}

/** The whole course: what is written, and what is planned. Throws `ContentError`. */
export async function listCourse(): Promise<CourseEntry[]> {
  return courseEntries(await listLessons());
}

/** One lesson, compiled. Throws `ContentError`, also when there is none of that name. */
export async function getLesson(slug: string): Promise<Lesson> {
  await watchContent();
  return readLesson(files(), slug);
}

/** The text around a lesson's cells, for its files. Throws `ContentError`. */
export async function getLessonText(slug: string): Promise<LessonText> {
  await watchContent();
  return readLessonText(files(), slug);
}

/** What a page fetches of a lesson's exercises, by id; nothing hidden is in it. Throws `ContentError`. */
export async function getMaterials(slug: string): Promise<Record<string, Material>> {
  await watchContent();
  return readMaterials(files(), slug);
}

/** Which exercises each written lesson has, in order of the course. Throws `ContentError`. */
export async function listExercises(): Promise<LessonExercises[]> {
  await watchContent();
  return readExerciseList(files());
}

/** The written lessons and what their exercises give, in order of the course. Throws `ContentError`. */
export async function courseOutline(): Promise<OutlineLesson[]> {
  const [lessons, exercises] = await Promise.all([listCourse(), listExercises()]);
  return exercises.flatMap(({ slug, exercises: own }) => {
    const lesson = lessons.find((each) => each.slug === slug);
    if (lesson === undefined) return [];
    const { number, title } = lesson;
    return [{ number, slug, title, exercises: own.map(outlineOf) }];
  });
}

/** What the lesson's cells showed when they were recorded; null when they never were. */
export async function getRecorded(slug: string): Promise<StillLesson | null> {
  await watchContent();
  return readRecorded(process.cwd(), slug);
}

/** What the kernel needs of a lesson's cells. */
export function cellSpecs({ cells }: Lesson): CellSpec[] {
  return cells.map(({ draws: _, ...spec }) => spec);
}
