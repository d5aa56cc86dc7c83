import type { CellContent, CellSpec } from './state';

/** A cell before anything has run. */
export function newCell({ id, title, code }: CellSpec): CellContent {
  return {
    id,
    title,
    code,
    original: code,
    run: null,
    outputs: [],
    figures: {},
    error: null,
    progress: null,
    ...UNMEASURED,
  };
}

/** What is known of a run before its end, and of one that ended with its worker. */
export const UNMEASURED = { ms: null, device: null, memory: null } as const;
