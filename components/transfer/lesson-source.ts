import type { RunningLesson } from '@/lib/lesson/running-lesson';
import { dayOf, exportedLesson } from '@/lib/lesson/transfer/exported-lesson';
import { lessonText } from '@/lib/lesson/transfer/lesson-text';
import { shareWords } from '@/lib/lesson/transfer/share-words';
import type { LessonText } from '@/lib/export';
import { lessonShare } from '@/lib/share';
import { figureExport } from './exported-figure';
import type { AboutLesson } from './lesson-transfer';
import type { TransferSource } from './transfer-source';

/** A lesson's page as a document: its text from the site, its code and outputs as they stand. */
export function lessonSource(
  about: AboutLesson,
  store: Pick<RunningLesson, 'getSnapshot'>,
  opened: TransferSource['opened'],
): TransferSource {
  const { slug } = about;
  return {
    noun: 'lesson',
    opened,
    async exported(wanted) {
      const text = wanted.text ? await lessonText(slug) : null;
      const { kernel } = store.getSnapshot();
      const url = `${location.origin}/learn/${slug}`;
      const lesson = exportedLesson(
        { ...about, url, date: dayOf(new Date()) },
        text,
        kernel,
        await figureExport(kernel),
      );
      return { lesson, parts: { highlighted: highlightedCells(text) } };
    },
    sharing() {
      const { order, cells } = store.getSnapshot().kernel;
      const share = lessonShare(
        slug,
        order.flatMap((id) => cells[id] ?? []),
      );
      const titles = share.cells.map(({ id }) => cells[id]?.title ?? id);
      return titles.length === 0 ? null : { share, holds: shareWords(titles) };
    },
  };
}

function highlightedCells(text: LessonText | null): Map<string, string> {
  const cells = (text?.blocks ?? []).filter((block) => block.kind === 'cell');
  return new Map(cells.map(({ id, highlighted }) => [id, highlighted]));
}
