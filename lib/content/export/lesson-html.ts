import { evaluateLesson } from '../compile-lesson';
import type { ParsedLesson } from '../parse-lesson';
import { htmlComponents } from './html-components';
import { CellPlace, Fragment, jsx, pieces } from './html-runtime';

export type LessonHtml = {
  /** The text before the first cell, between the cells, and after the last: one more than there are cells. */
  prose: string[];
  cells: { id: string; highlighted: string }[];
};

/** A lesson's text as plain HTML; `titles` are those of its exercises. Throws `ContentError`. */
export async function lessonHtml(
  parsed: ParsedLesson,
  titles: ReadonlyMap<string, string> = new Map(),
): Promise<LessonHtml> {
  const runtime = { Fragment, jsx, jsxs: jsx } as unknown as Parameters<typeof evaluateLesson>[1];
  const Content = await evaluateLesson(parsed, runtime);
  const made: LessonHtml = { prose: [''], cells: [] };
  const components = htmlComponents(titles) as Parameters<typeof Content>[0]['components'];
  for (const piece of pieces(Content({ components }))) {
    if (piece instanceof CellPlace) {
      made.cells.push({ id: piece.id, highlighted: piece.highlighted });
      made.prose.push('');
    } else made.prose[made.prose.length - 1] += piece.text;
  }
  return made;
}
