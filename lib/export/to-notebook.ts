import {
  LAYERWISE_VERSION,
  toLines,
  type CellMark,
  type NotebookCell,
  type NotebookFile,
  type NotebookMark,
} from './nbformat';
import { cellNamer } from './notebook-ids';
import { notebookOutputs } from './notebook-outputs';
import type { ExportedCell, ExportedLesson, ExportedProse } from './types';

/**
 * The lesson as a Jupyter notebook, nbformat 4.5, that `fromNotebook` reads again. Its kernel is Deno's, the one that
 * Jupyter has for TypeScript: it colours and checks the cells, but knows nothing of `tf`, `show` and the rest.
 */
export function toNotebook(lesson: ExportedLesson): string {
  const file: NotebookFile = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: 'deno', display_name: 'Deno', language: 'typescript' },
      language_info: {
        name: 'typescript',
        file_extension: '.ts',
        mimetype: 'text/x.typescript',
        codemirror_mode: 'typescript',
        nbconvert_exporter: 'script',
      },
      title: lesson.title,
      layerwise: notebookMark(lesson),
    },
    cells: notebookCells(lesson),
  };
  return `${JSON.stringify(file, wellFormed, 1)}\n`;
}

function notebookMark({ slug, title, seed, url, date }: ExportedLesson): NotebookMark {
  return { version: LAYERWISE_VERSION, lesson: slug, title, seed, url, date };
}

function notebookCells(lesson: ExportedLesson): NotebookCell[] {
  const name = cellNamer(lesson.blocks.map((block) => block.id));
  let ran = 0;
  const blocks = lesson.blocks.map((block) => {
    if (block.kind === 'prose') return proseCell(block, name(block.id, 'text'));
    return codeCell(block, name(block.id, 'cell'), block.outputs.length > 0 ? ++ran : null);
  });
  return [headerCell(lesson, name(null, 'header')), ...blocks];
}

function headerCell({ title, url, date }: ExportedLesson, id: string): NotebookCell {
  const heading = title.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|$~&]/g, '\\$&');
  const where = /^https?:\/\/[^\s<>]+$/.test(url) ? `<${url}>` : 'the course';
  const text =
    `# ${heading}\n\nSaved from Layerwise on ${date.replace(/[^\w:. -]/g, '')}. The cells use ` +
    `Layerwise's own \`tf\`, \`show\` and \`data\`; to run them, import this file at ${where}.`;
  return { cell_type: 'markdown', id, metadata: mark({ role: 'header' }), source: toLines(text) };
}

function proseCell({ id: own, markdown }: ExportedProse, id: string): NotebookCell {
  const metadata = mark({ cell: own ?? id });
  return { cell_type: 'markdown', id, metadata, source: toLines(markdown) };
}

function codeCell(cell: ExportedCell, id: string, count: number | null): NotebookCell {
  const { title, code, original } = cell;
  return {
    cell_type: 'code',
    id,
    metadata: mark({ cell: cell.id, title, ...(original !== code && { original }) }),
    source: toLines(code),
    execution_count: count,
    outputs: count === null ? [] : notebookOutputs(cell.outputs, count),
  };
}

function mark(layerwise: CellMark): object {
  return { layerwise };
}

/** Half a surrogate pair is valid JSON, but Python cannot write it as UTF-8. */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value;
}
