import type { ExportedBlock, ExportedLesson, LessonText } from '@/lib/export';
import type { KernelSnapshot } from '@/lib/kernel/state';
import { exportedCell, type DrawFigure } from './exported-cell';

type Kernel = Pick<KernelSnapshot, 'order' | 'cells'>;

/**
 * A lesson as it stands on the page. `text`: what the lesson has around its cells; null for the cells alone. A cell
 * that only one of text and page knows (the lesson was published anew in between) is where the page has it.
 */
export function exportedLesson(
  about: Omit<ExportedLesson, 'blocks'>,
  text: LessonText | null,
  { order, cells }: Kernel,
  draw: DrawFigure,
): ExportedLesson {
  const left = new Set(order);
  const cellOf = (id: string): ExportedBlock[] => {
    const cell = left.delete(id) ? cells[id] : undefined;
    return cell === undefined ? [] : [exportedCell(cell, cells, draw)];
  };
  const placed = (text?.blocks ?? []).flatMap((block) =>
    block.kind === 'cell'
      ? cellOf(block.id)
      : [{ ...block, markdown: wholeLinks(block.markdown, about.url) }],
  );
  return { ...about, blocks: [...placed, ...[...left].flatMap(cellOf)] };
}

/** Links from one page of the course to another, made to work from a file. */
function wholeLinks(markdown: string, url: string): string {
  if (!/^https?:/.test(url) || !URL.canParse(url)) return markdown;
  const { origin } = new URL(url);
  return markdown.replace(/(\]\(<?)\/(?!\/)/g, `$1${origin}/`);
}

/** The day in the reader's own time zone, as YYYY-MM-DD. */
export function dayOf(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((n) => `${n}`.padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}`;
}
