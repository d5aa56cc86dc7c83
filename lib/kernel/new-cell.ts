import type { Branches, CellContent, CellSnapshot, CellSpec } from './state';

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
    controls: {},
    restored: null,
    leftOver: false,
    ...UNMEASURED,
  };
}

/** The same as the reader sees it, before its code has been looked at. */
export function idleCell(spec: CellSpec): CellSnapshot {
  return {
    ...newCell(spec),
    state: 'idle',
    parents: [],
    defines: [],
    inputs: {},
    conflict: null,
    mutates: [],
    trainedOn: 0,
    branchedAt: [],
    branches: NO_BRANCHES,
    because: null,
    automatic: spec.automatic ?? false,
  };
}

/** Of a cell whose training can't go on from any step. */
export const NO_BRANCHES: Branches = { steps: [], stepName: '' };

/** What is known of a run before its end, and of one that ended with its worker. */
export const UNMEASURED = { ms: null, device: null, memory: null } as const;
