import { ContentError, type ContentPlace } from '@/lib/content/content-error';
import { parseExercise, type ParsedExercise } from '@/lib/content/exercises/parse-exercise';
import { parseLesson, type ParsedLesson } from '@/lib/content/parse-lesson';
import type { Finding } from '../finding';
import type { Document, Documents } from './read-documents';

export type Lesson = { document: Document; parsed: ParsedLesson };
export type Exercise = { document: Document; parsed: ParsedExercise };

export type Parsed = {
  lessons: Lesson[];
  exercises: Exercise[];
  /** Documents that can't be read are in none of the lists. */
  findings: Finding[];
};

/** Reads all documents by the rules by which the site is built; one that is wrong does not hide the others. */
export function parseDocuments({ lessons, exercises }: Documents): Parsed {
  const findings: Finding[] = [];
  const all = <T>(documents: readonly Document[], parse: (source: string, file: string) => T) =>
    documents.flatMap((document) => {
      const parsed = orFinding(() => parse(document.source, document.file), findings);
      return parsed === null ? [] : [{ document, parsed }];
    });
  return { lessons: all(lessons, parseLesson), exercises: all(exercises, parseExercise), findings };
}

/** What `work` gives; null where it throws a `ContentError`, which joins the findings. */
export function orFinding<T>(work: () => T, findings: Finding[]): T | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    findings.push(toFinding(error));
    return null;
  }
}

function toFinding({ file, place, reason }: ContentError): Finding {
  const field = place !== null && 'field' in place ? `front matter, "${place.field}": ` : '';
  return { file, line: lineOf(place), level: 'error', sentence: field + reason };
}

function lineOf(place: ContentPlace): number | null {
  return place !== null && 'line' in place ? (place.line ?? null) : null;
}
