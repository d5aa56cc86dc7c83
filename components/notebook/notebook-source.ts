import { figureExport } from '@/components/transfer/exported-figure';
import type { TransferSource } from '@/components/transfer/transfer-source';
import { dayOf } from '@/lib/lesson/transfer/exported-lesson';
import { exportedNotebook } from '@/lib/notebooks/exported-notebook';
import { toShare } from '@/lib/notebooks/notebook-share';
import type { NotebookStore } from '@/lib/notebooks/notebook-store';

/** A notebook's page as a document: its texts, code and outputs as they stand. */
export function notebookSource(
  store: Pick<NotebookStore, 'getSnapshot'>,
  opened: TransferSource['opened'],
): TransferSource {
  return {
    noun: 'notebook',
    opened,
    async exported({ text }) {
      const { notebook, kernel } = store.getSnapshot();
      const about = { url: `${location.origin}/notebook`, date: dayOf(new Date()), text };
      const draw = await figureExport(kernel);
      return { lesson: exportedNotebook(notebook, kernel, draw, about), parts: {} };
    },
    sharing() {
      const { notebook } = store.getSnapshot();
      return { share: toShare(notebook), holds: holdsWords(notebook.blocks.length) };
    },
  };
}

function holdsWords(cells: number): string {
  const all = cells === 1 ? 'the one cell' : `all ${cells} cells`;
  return `It holds ${all} of this notebook, code and text. No outputs, nothing about you. The notebook is in the link itself; it is not sent to the server.`;
}
