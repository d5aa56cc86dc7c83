import { LIMITS } from '@/lib/protocol';

export type SharedCode = { id: string; code: string };

/** A cell of a blank notebook. */
export type SharedCell =
  | { kind: 'code'; id: string; title: string; code: string }
  | { kind: 'markdown'; id: string; markdown: string };

/** What a link carries. Of a lesson only the cells that differ from it; of a blank notebook the whole document. */
export type LessonShare = { version: 1; lesson: string; cells: SharedCode[] };
export type NotebookShare = {
  version: 1;
  lesson: null;
  cells: SharedCell[];
  title?: string;
  seed?: number;
};
export type Share = LessonShare | NotebookShare;

export const SHARE_LIMITS = {
  cells: 100,
  code: LIMITS.code,
  markdown: LIMITS.code,
  title: 200,
  /** Of the document as JSON in UTF-8, before it is compressed. */
  bytes: 2_000_000,
  /** Of a link; longer ones are cut off by mail and chat programs. */
  url: 30_000,
} as const;

/** Of a fragment: what `bytes` would need if nothing in it could be compressed. */
export const MOST_CHARACTERS = Math.ceil((SHARE_LIMITS.bytes * 4) / 3) + 10_000;
