import { orderLessons, parseFolder, toSummary } from '@/lib/content/lesson-list';
import type { Finding } from '../finding';
import { orFinding, type Exercise, type Lesson } from './parse-documents';
import type { Document } from './read-documents';

/** Whether documents fit together: addresses and ids are unique, what is named is there, what is there is named. */
export function checkCourse(
  lessons: readonly Lesson[],
  exercises: readonly Exercise[],
  documents: readonly Document[],
): Finding[] {
  const findings: Finding[] = [];
  const summaries = lessons.flatMap(({ document: { folder, file }, parsed }) => {
    const summary = orFinding(() => toSummary(folder, file, parsed.frontMatter), findings);
    return summary === null ? [] : [summary];
  });
  orFinding(() => orderLessons(summaries), findings);
  return [...findings, ...sameIds(documents), ...checkPlacements(lessons, exercises, documents)];
}

/** The id of an exercise is its file's name, also when the rest of it can't be read. */
export function idOf({ file }: Document): string {
  return /([^/]*)\.mdx$/.exec(file)?.[1] ?? file;
}

function sameIds(documents: readonly Document[]): Finding[] {
  const first = new Map<string, Document>();
  return documents.flatMap((document): Finding[] => {
    const id = idOf(document);
    const other = first.get(id);
    first.set(id, other ?? document);
    if (other === undefined) return [];
    const sentence = `The id "${id}" is taken by ${other.file}. Give one of the two another name; readers' work hangs on it.`;
    return [{ file: document.file, line: 1, level: 'error', sentence }];
  });
}

function checkPlacements(
  lessons: readonly Lesson[],
  exercises: readonly Exercise[],
  documents: readonly Document[],
): Finding[] {
  const findings: Finding[] = [];
  const placed = new Map<string, string>();
  for (const { document, parsed } of lessons) {
    for (const { id, line } of parsed.placements) {
      const wrong = wrongPlacement(id, document, documents, placed.get(id));
      if (wrong !== null)
        findings.push({ file: document.file, line, level: 'error', sentence: wrong });
      placed.set(id, placed.get(id) ?? document.file);
    }
  }
  const homeless = exercises.filter(
    ({ document }) => !placed.has(idOf(document)) && lessonOf(document, lessons),
  );
  for (const { document } of homeless) {
    const id = idOf(document);
    const sentence = `No lesson places this exercise. Write <Exercise id="${id}" /> on a line of ${document.folder}/lesson.mdx.`;
    findings.push({ file: document.file, line: 1, level: 'error', sentence });
  }
  return findings;
}

/** A lesson that can't be read places nothing, and that is said already. */
function lessonOf(document: Document, lessons: readonly Lesson[]): Lesson | undefined {
  return lessons.find((lesson) => lesson.document.folder === document.folder);
}

function wrongPlacement(
  id: string,
  lesson: Document,
  documents: readonly Document[],
  other: string | undefined,
): string | null {
  const own = documents.filter((document) => idOf(document) === id);
  if (own.length === 0) {
    return `There is no exercise "${id}". Write it as ${lesson.folder}/exercises/${id}.mdx, or correct the id.`;
  }
  if (!own.some(({ folder }) => folder === lesson.folder)) {
    return `The exercise "${id}" belongs to another lesson: it is ${own[0]!.file}.`;
  }
  return other === undefined ? null : `The exercise "${id}" is placed in ${other} already.`;
}

/** The slug of a document's lesson; null where its folder has no proper name. */
export function slugOf({ folder }: Document): string | null {
  return orFinding(() => parseFolder(folder).slug, []);
}
