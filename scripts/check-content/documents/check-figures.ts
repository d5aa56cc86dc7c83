import type { RecordedShow } from '@/lib/recorded/recording';
import type { Finding } from '../finding';
import type { Lesson } from './parse-documents';

/** Everything that `show` and `watch` draw, but for text and tables. */
const DRAWS = /\b(?:show\.(?!text\b|table\b)\w+|watch(?:\.\w+)?)\s*\(/;

/** The figures of recorded cells: their titles, by cell. */
export type RecordedTitles = ReadonlyMap<string, readonly string[]>;

/** Whether a reader who does not see figures, or not yet, is told what they show. */
export function checkFigures({ document, parsed }: Lesson, recorded: RecordedTitles): Finding[] {
  const lines = document.source.split('\n');
  const lineOf = (id: string) =>
    lines.findIndex((line) => /^\s*```/.test(line) && line.includes(`cell="${id}"`)) + 1 || null;
  const error = (id: string, sentence: string): Finding => ({
    file: document.file,
    line: lineOf(id),
    level: 'error',
    sentence,
  });
  return parsed.cells.flatMap(({ id, code, draws }) => [
    ...(DRAWS.test(code) && draws === ''
      ? [
          error(
            id,
            `The cell "${id}" draws figures, and does not say what they show. Add draws="…" after its title.`,
          ),
        ]
      : []),
    ...((recorded.get(id) ?? []).some((title) => title.trim() === '')
      ? [error(id, `The cell "${id}" has a figure without a title. Give its \`show.…\` a title.`)]
      : []),
  ]);
}

/** Of a recording as it lies in `recording.json`, where titles are not packed. */
export function titlesOf(recording: { cells: Record<string, { show: unknown }> }): RecordedTitles {
  return new Map(
    Object.entries(recording.cells).map(([id, { show }]) => {
      const figures = Object.values((show as RecordedShow).figures);
      return [id, figures.map(({ figure }) => figure.title)];
    }),
  );
}
