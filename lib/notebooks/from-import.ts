import type { ImportedCell, ImportedNotebook } from '@/lib/export';
import { ownTitle } from './code-cells';
import { type Block, type Notebook, notebookTitle } from './notebook';
import { newNotebookId, newSeed } from './random-names';

/** A file as a notebook of the reader's own. `fileName` gives the title where the file has none. */
export function fromImport(imported: ImportedNotebook, fileName: string, now: number): Notebook {
  return {
    id: newNotebookId(),
    title: notebookTitle(imported.title ?? fileName.replace(/\.[^.]*$/, '')),
    seed: imported.seed ?? newSeed(),
    blocks: imported.cells.map(blockOf),
    changed: now,
  };
}

function blockOf(cell: ImportedCell): Block {
  switch (cell.kind) {
    case 'code':
      return { id: cell.id, kind: 'code', title: ownTitle(cell.title), text: cell.code };
    case 'markdown':
      return { id: cell.id, kind: 'markdown', title: '', text: cell.markdown };
    default:
      return cell satisfies never;
  }
}

/** What a reader should know of a file that was opened, in sentences. */
export function importNotices(imported: ImportedNotebook): string[] {
  const lesson = imported.ours && imported.lesson !== null;
  return [
    ...(lesson ? ['This file is of a lesson; here it is a notebook of its own.'] : []),
    ...imported.warnings,
  ];
}
