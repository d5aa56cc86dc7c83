import type { CellId } from '@/lib/protocol';
import { LIMITS } from '@/lib/protocol/limits';

/** One cell of a notebook: code, or text in Markdown. `title`: of a code cell, empty for none; a text has none. */
export type Block = { id: CellId; kind: 'code' | 'markdown'; title: string; text: string };

export type Notebook = {
  /** Sixteen hexadecimal digits; what its address carries. */
  id: string;
  title: string;
  /** Of its random numbers; never changes. */
  seed: number;
  blocks: readonly Block[];
  /** Milliseconds since 1970. */
  changed: number;
};

/** A notebook as the browser keeps it. `revision` counts its changes: 1 for the first that was kept. */
export type KeptNotebook = Notebook & { revision: number };

export const NOTEBOOK_LIMITS = { blocks: 500, title: 200, text: LIMITS.code } as const;

export const UNTITLED = 'Untitled notebook';

/** A title as it may be kept: one line, not empty. */
export function notebookTitle(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, NOTEBOOK_LIMITS.title);
  return line === '' ? UNTITLED : line;
}

const ID = /^[0-9a-f]{16}$/;

/** The id of a notebook from an address. */
export function isNotebookId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}
