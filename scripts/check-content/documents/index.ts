import { sortFindings, type Finding } from '../finding';
import { checkCourse } from './check-course';
import { checkFigures, type RecordedTitles } from './check-figures';
import { checkLinks, type Site } from './check-links';
import { checkProse } from './check-prose';
import { checkRules } from './check-rules';
import { parseDocuments, type Exercise, type Lesson, type Parsed } from './parse-documents';
import type { Document, Documents } from './read-documents';

export { titlesOf } from './check-figures';
export { readDocuments, type Documents } from './read-documents';

/** All that can be said of documents without running anything. */
export function checkDocuments(
  documents: Documents,
  site: Site,
  recordedOf: (lesson: Document) => RecordedTitles,
): Parsed {
  const { lessons, exercises, findings } = parseDocuments(documents);
  const all: Finding[] = [
    ...findings,
    ...checkCourse(lessons, documents),
    ...checkLinks(lessons, exercises, site),
    ...checkProse([...lessons, ...exercises]),
    ...lessons.flatMap((lesson: Lesson) => checkFigures(lesson, recordedOf(lesson.document))),
    ...exercises.flatMap((exercise: Exercise) => checkRules(exercise)),
  ];
  return { lessons, exercises, findings: sortFindings(all) };
}
