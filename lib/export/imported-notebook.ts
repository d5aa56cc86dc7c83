import { LIMITS } from '@/lib/protocol';

export type ImportedCell =
  | {
      kind: 'code';
      id: string;
      title: string;
      code: string;
      /** The lesson's code at the time of the export, where the reader's differs from it. */
      original?: string;
      /** Why the cell will not run as it is ("This cell is Python; …"); null when nothing is known against it. */
      note: string | null;
    }
  | { kind: 'markdown'; id: string; markdown: string };

export type ImportedNotebook = {
  /** Whether Layerwise wrote the file; then its cells have the ids that they had. */
  ours: boolean;
  /** The slug of the lesson; null for a blank notebook, and for a file that is not ours. */
  lesson: string | null;
  title: string | null;
  seed: number | null;
  cells: ImportedCell[];
  /** What was left out or changed, in sentences. */
  warnings: string[];
};

export const IMPORT_LIMITS = {
  /** Of the file. */
  characters: 50_000_000,
  cells: 500,
  code: LIMITS.code,
  markdown: LIMITS.code,
  title: 200,
} as const;
