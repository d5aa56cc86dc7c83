import type { CellError, Output } from '@/lib/protocol';

/** A figure as it stood when the lesson was exported. */
export type ExportedFigure = {
  kind: 'figure';
  title: string;
  caption: string;
  /** Base64, or a `data:image/png;base64,` address; null when it could not be drawn. */
  png: string | null;
  /** In CSS pixels, where the picture has more pixels than that. */
  width?: number;
  /** What it shows, in a sentence: the text that stands for the picture. */
  description: string;
};

export type ExportedOutput =
  Exclude<Output, { kind: 'figure' }> | ExportedFigure | { kind: 'error'; error: CellError };

export type ExportedProse = {
  kind: 'prose';
  /** The id of a blank notebook's text cell. */
  id?: string;
  markdown: string;
  /** Safe HTML: it is written as it is. */
  html: string;
};

export type ExportedCell = {
  kind: 'cell';
  id: string;
  title: string;
  code: string;
  /** The lesson's own code; the same as `code` in a blank notebook. */
  original: string;
  outputs: ExportedOutput[];
};

export type ExportedBlock = ExportedProse | ExportedCell;

/** A lesson, or a blank notebook, with what the reader made of it. */
export type ExportedLesson = {
  title: string;
  /** Null for a blank notebook. */
  slug: string | null;
  seed: number;
  /** Where it can be run. */
  url: string;
  /** The day of the export, as YYYY-MM-DD. */
  date: string;
  blocks: ExportedBlock[];
};

/** The text of a lesson around its cells, made when the page was built; blocks in document order. */
export type LessonText = {
  /** `highlighted`: the inner HTML of the code of the lesson's own cell. */
  blocks: (ExportedProse | { kind: 'cell'; id: string; highlighted: string })[];
};
