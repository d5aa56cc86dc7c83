/*
 * The parts of nbformat 4.5 that we write (Jupyter's "The Notebook file format"). A long text is a list of lines,
 * each with its line feed.
 */
export type Lines = string[];

export type MimeBundle = { [type: string]: Lines | string };

export type NotebookOutput =
  | { output_type: 'stream'; name: 'stdout' | 'stderr'; text: Lines }
  | { output_type: 'display_data'; data: MimeBundle; metadata: object }
  | { output_type: 'execute_result'; execution_count: number; data: MimeBundle; metadata: object }
  | { output_type: 'error'; ename: string; evalue: string; traceback: string[] };

export type NotebookCell =
  | { cell_type: 'markdown'; id: string; metadata: object; source: Lines }
  | {
      cell_type: 'code';
      id: string;
      metadata: object;
      source: Lines;
      execution_count: number | null;
      outputs: NotebookOutput[];
    };

export type NotebookFile = {
  nbformat: 4;
  nbformat_minor: 5;
  metadata: object;
  cells: NotebookCell[];
};

/** What we keep under `metadata.layerwise`, of the notebook and of each cell, to read it again. */
export const LAYERWISE_VERSION = 1;

export type NotebookMark = {
  version: number;
  lesson: string | null;
  title: string;
  seed: number;
  url: string;
  date: string;
};
/** `original`: the lesson's code, where the reader's differs. `role: 'header'`: not part of the lesson. */
export type CellMark = { cell: string; title?: string; original?: string } | { role: 'header' };

export function toLines(text: string): Lines {
  return text === '' ? [] : text.split(/(?<=\n)/);
}
