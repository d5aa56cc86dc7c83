import { ContentError, type ContentPlace } from '@/lib/content/content-error';
import { parseExercise, type ParsedExercise } from '@/lib/content/exercises/parse-exercise';
import type { MarkdownNode } from '@/lib/content/markdown-node';
import { parseLesson, parseTree, type ParsedLesson } from '@/lib/content/parse-lesson';
import type { Finding } from '../finding';
import type { Document, Documents } from './read-documents';

type Read<P> = {
  document: Document;
  parsed: P;
  /** Of the whole text, with the places of nodes in the file. */
  tree: MarkdownNode;
};

export type Lesson = Read<ParsedLesson>;
export type Exercise = Read<ParsedExercise>;

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
      return parsed === null ? [] : [{ document, parsed, tree: treeOf(document) }];
    });
  return { lessons: all(lessons, parseLesson), exercises: all(exercises, parseExercise), findings };
}

/** The front matter gives way to blanks, so that places in the text are places in the file. */
function treeOf({ source, file }: Document): MarkdownNode {
  const body = source.replace(/^---\r?\n[\s\S]*?\r?\n---[ \t]*(?=\r?\n|$)/, (front) =>
    front.replace(/[^\n]/g, ' '),
  );
  return parseTree(body, file);
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

export function toFinding({ file, place, reason }: ContentError): Finding {
  const field = place !== null && 'field' in place ? `front matter, "${place.field}": ` : '';
  return { file, line: lineOf(place), level: 'error', sentence: field + reason };
}

function lineOf(place: ContentPlace): number | null {
  return place !== null && 'line' in place ? (place.line ?? null) : null;
}
