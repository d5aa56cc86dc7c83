import type { ExportedBlock, ExportedLesson } from '@/lib/export';
import type { KernelSnapshot } from '@/lib/kernel/state';
import { type DrawFigure, exportedCell } from '@/lib/lesson/transfer/exported-cell';
import { codeCells } from './code-cells';
import { markdownHtml } from './markdown/markdown-html';
import type { Block, Notebook } from './notebook';

/** `url`: where it can be run. `date`: of today, YYYY-MM-DD. `text`: false where the texts may be left out. */
type About = { url: string; date: string; text: boolean };

/** A notebook as it stands on the page, with its outputs. */
export function exportedNotebook(
  { title, seed, blocks }: Notebook,
  { cells }: Pick<KernelSnapshot, 'cells'>,
  draw: DrawFigure,
  { url, date, text }: About,
): ExportedLesson {
  const names = new Map(codeCells(blocks).map((cell) => [cell.id, cell.title]));
  const codeBlock = ({ id, text: code }: Block): ExportedBlock => {
    const cell = cells[id];
    const outputs = cell === undefined ? [] : exportedCell(cell, cells, draw).outputs;
    return { kind: 'cell', id, title: names.get(id) ?? id, code, original: code, outputs };
  };
  const textBlock = ({ id, text: markdown }: Block): ExportedBlock => {
    const html = text ? markdownHtml(markdown, id) : '';
    return { kind: 'prose', id, markdown, html };
  };
  return {
    ...{ title, slug: null, seed, url, date },
    blocks: blocks.map((block) => (block.kind === 'code' ? codeBlock(block) : textBlock(block))),
  };
}
