import type { ExportedProse, LessonText } from '@/lib/export';
import type { ParsedLesson } from '../parse-lesson';
import { lessonHtml } from './lesson-html';
import { lessonMarkdown } from './lesson-markdown';

/** What a saved lesson has around its cells; `titles` are those of its exercises, by id. Throws `ContentError`. */
export async function lessonText(
  parsed: ParsedLesson,
  titles: ReadonlyMap<string, string> = new Map(),
): Promise<LessonText> {
  const { prose, cells } = await lessonHtml(parsed, titles);
  const markdown = lessonMarkdown(parsed, titles);
  const blocks = prose.flatMap((html, at) => {
    const cell = cells[at];
    const text: ExportedProse = { kind: 'prose', markdown: markdown[at] ?? '', html: html.trim() };
    return [
      ...(text.html === '' && text.markdown === '' ? [] : [text]),
      ...(cell === undefined ? [] : [{ kind: 'cell' as const, ...cell }]),
    ];
  });
  return { blocks };
}
