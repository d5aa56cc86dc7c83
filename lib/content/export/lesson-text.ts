import type { ExportedProse, LessonText } from '@/lib/export';
import type { ParsedLesson } from '../parse-lesson';
import { lessonHtml } from './lesson-html';
import { lessonMarkdown } from './lesson-markdown';

/** What a saved lesson has around its cells. Throws `ContentError`. */
export async function lessonText(parsed: ParsedLesson): Promise<LessonText> {
  const { prose, cells } = await lessonHtml(parsed);
  const markdown = lessonMarkdown(parsed);
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
