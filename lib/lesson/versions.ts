import type { CellId } from '@/lib/protocol';

/** One state of a cell's code that was kept. `changed`: milliseconds since 1970. */
export type Version = { code: string; changed: number };

/** The reader's code was made from a lesson that has changed since. */
export type Outdated = {
  cell: CellId;
  /** The lesson's code that the reader started from, and as it is now. */
  before: string;
  now: string;
};

/** Another tab has changed the cell since this one did. */
export type Conflict = { cell: CellId; theirs: Version };

/** Code of the reader's whose cell the lesson no longer has. */
export type LeftCode = { cell: CellId; code: string; changed: number };

export type VersionsSnapshot = {
  outdated: Readonly<Record<CellId, Outdated>>;
  conflicts: Readonly<Record<CellId, Conflict>>;
  /** The cells whose code was just taken over from another tab. */
  followed: Readonly<Record<CellId, true>>;
  /** The cells of which former versions are kept. */
  kept: Readonly<Record<CellId, true>>;
  /** The code that a Reset took away, until the cell is changed again. */
  undoable: Readonly<Record<CellId, string>>;
  /** When what a cell shows from an earlier visit was made; milliseconds since 1970. */
  visited: Readonly<Record<CellId, number>>;
  left: readonly LeftCode[];
};

/** What a lesson keeps of a reader's code beside its newest state. Nothing here throws. */
export type Versions = {
  subscribe(listener: () => void): () => void;
  getSnapshot(): VersionsSnapshot;
  /** The newest first, the present one not among them. */
  history(id: CellId): Promise<readonly Version[]>;
  /** Puts a former version in the cell; what was there becomes one itself. */
  goBackTo(id: CellId, version: Version): void;
  /** The lesson's new code in place of the reader's, which stays in the history; or the reader's, and no more asking. */
  settleOutdated(id: CellId, choice: 'mine' | 'new'): void;
  /** What the other tab wrote in place of this one's, which stays in the history; or this one's. */
  settleConflict(id: CellId, choice: 'mine' | 'theirs'): void;
  /** The reader has seen that the cell was changed in another tab. */
  dismissFollowed(id: CellId): void;
  undoReset(id: CellId): void;
  /** Forgets code whose cell is gone. */
  removeLeft(cell: CellId): void;
  /**
   * The lesson as it was at first: no code of the reader's in its cells, no outputs, no variables. The history stays, and
   * so does code whose cell is gone, which has no history to be found in.
   */
  startOver(): void;
};
