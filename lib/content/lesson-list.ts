import { ContentError } from './content-error';
import { COURSE_PLAN, type PlannedLesson } from './course-plan';
import type { FrontMatter } from './schema';

/** What is known of a lesson without its text. `number` is its place in the course, from 1. */
export type LessonSummary = Omit<FrontMatter, 'order'> & {
  slug: string;
  number: number;
  file: string;
};

/** A lesson of the plan, with its document if there is one. */
export type CourseEntry = PlannedLesson & { lesson: LessonSummary | null };

const FOLDER = /^(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** `02-neural-networks` gives 2 and `neural-networks`. Throws `ContentError`. */
export function parseFolder(folder: string): { number: number; slug: string } {
  const match = FOLDER.exec(folder);
  if (!match) {
    const reason = 'a lesson lives in a folder named like 02-neural-networks.';
    throw new ContentError(`content/${folder}`, null, reason);
  }
  return { number: Number(match[1]), slug: match[2]! };
}

export function toSummary(folder: string, file: string, frontMatter: FrontMatter): LessonSummary {
  const { number, slug } = parseFolder(folder);
  const { order, ...rest } = frontMatter;
  return { ...rest, slug, number: order ?? number, file };
}

function checkUnique<K extends 'slug' | 'number'>(lessons: readonly LessonSummary[], key: K): void {
  const seen = new Map<LessonSummary[K], LessonSummary>();
  for (const lesson of lessons) {
    const first = seen.get(lesson[key]);
    if (first) {
      const field = key === 'number' ? 'order' : 'slug';
      throw new ContentError(lesson.file, { field }, `is ${lesson[key]}, as in ${first.file}.`);
    }
    seen.set(lesson[key], lesson);
  }
}

function checkPrerequisites(lesson: LessonSummary, known: ReadonlySet<string>): void {
  const unknown = lesson.prerequisites.find((slug) => !known.has(slug) || slug === lesson.slug);
  if (unknown === undefined) return;
  const reason = `"${unknown}" is not another lesson of the course.`;
  throw new ContentError(lesson.file, { field: 'prerequisites' }, reason);
}

/** In order of the course, each checked against the others. Throws `ContentError`. */
export function orderLessons(
  lessons: readonly LessonSummary[],
  plan: readonly PlannedLesson[] = COURSE_PLAN,
): LessonSummary[] {
  checkUnique(lessons, 'slug');
  checkUnique(lessons, 'number');
  const known = new Set([...plan, ...lessons].map(({ slug }) => slug));
  for (const lesson of lessons) checkPrerequisites(lesson, known);
  return [...lessons].sort((a, b) => a.number - b.number);
}

function unplanned({ number, slug, title, summary }: LessonSummary): PlannedLesson {
  return { number, slug, title, outcome: summary };
}

/** The plan with its documents; a lesson outside the plan joins it at its number. */
export function courseEntries(
  lessons: readonly LessonSummary[],
  plan: readonly PlannedLesson[] = COURSE_PLAN,
): CourseEntry[] {
  const bySlug = new Map(lessons.map((lesson) => [lesson.slug, lesson]));
  const planned = new Set(plan.map(({ slug }) => slug));
  const extra = lessons.filter(({ slug }) => !planned.has(slug)).map(unplanned);
  return [...plan, ...extra]
    .map((entry) => {
      const lesson = bySlug.get(entry.slug) ?? null;
      return { ...entry, number: lesson?.number ?? entry.number, lesson };
    })
    .sort((a, b) => a.number - b.number);
}

/** The entries before and after `slug`, with or without a document. */
export function neighbours(
  entries: readonly CourseEntry[],
  slug: string,
): { previous: CourseEntry | null; next: CourseEntry | null } {
  const at = entries.findIndex((entry) => entry.slug === slug);
  if (at < 0) return { previous: null, next: null };
  return { previous: entries[at - 1] ?? null, next: entries[at + 1] ?? null };
}
