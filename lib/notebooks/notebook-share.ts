import type { NotebookShare, SharedCell } from '@/lib/share';
import { type Block, type Notebook, notebookTitle } from './notebook';
import { newNotebookId, newSeed } from './random-names';

/** What a link of the notebook carries: all of it but its outputs. */
export function toShare({ title, seed, blocks }: Notebook): NotebookShare {
  return { version: 1, lesson: null, title, seed, cells: blocks.map(cellOf) };
}

function cellOf({ id, kind, title, text }: Block): SharedCell {
  return kind === 'code' ? { kind, id, title, code: text } : { kind, id, markdown: text };
}

/** Somebody's notebook from a link, under a name of its own here. */
export function fromShare(share: NotebookShare, now: number): Notebook {
  return {
    id: newNotebookId(),
    title: notebookTitle(share.title ?? ''),
    seed: share.seed ?? newSeed(),
    blocks: share.cells.map(blockOf),
    changed: now,
  };
}

function blockOf(cell: SharedCell): Block {
  switch (cell.kind) {
    case 'code':
      return { id: cell.id, kind: 'code', title: cell.title, text: cell.code };
    case 'markdown':
      return { id: cell.id, kind: 'markdown', title: '', text: cell.markdown };
    default:
      return cell satisfies never;
  }
}
