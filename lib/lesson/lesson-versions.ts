import type { Draft, Work } from '@/lib/drafts';
import type { CellSnapshot } from '@/lib/kernel/state';
import type { CellId } from '@/lib/protocol';
import { codeFor, outdatedOf, sortDrafts } from './sort-drafts';
import type { Version, Versions, VersionsSnapshot } from './versions';

/** The page as this uses it. */
type Page = {
  cells(): Readonly<Record<CellId, CellSnapshot>>;
  edit(id: CellId, code: string): void;
  startOver(): void;
};

const NOTHING: VersionsSnapshot = {
  outdated: {},
  conflicts: {},
  followed: {},
  kept: {},
  undoable: {},
  visited: {},
  left: [],
};

/**
 * Between the page of a lesson and what the browser keeps of the reader's code: hands each change over, and brings back
 * what earlier visits and other tabs have made. Without work (before it is loaded, or beside somebody else's code),
 * nothing is kept.
 */
export class LessonVersions implements Versions {
  readonly #page: Page;
  readonly #listeners = new Set<() => void>();
  #work: Work | null = null;
  #stops: (() => void)[] = [];
  #snapshot = NOTHING;

  constructor(page: Page) {
    this.#page = page;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  getSnapshot = (): VersionsSnapshot => this.#snapshot;

  // ---- The life of a page ----

  /** Puts the reader's work on the page. */
  attach(work: Work): void {
    this.#stops.forEach((stop) => stop());
    this.#work = work;
    this.#stops = [
      work.drafts.onFollow((draft) => this.#follow(draft)),
      work.drafts.subscribe(this.#read),
      work.history.subscribe(this.#read),
    ];
    const { codes, outdated, merged, left } = sortDrafts(work.drafts.newest(), this.#originals());
    this.#set({ outdated, left });
    for (const [id, code] of Object.entries(codes)) this.#page.edit(id, code);
    for (const id of merged) this.changed(id);
    this.#read();
  }

  /** Lets go of the reader's work; the page stays as it is. */
  detach(): void {
    this.#stops.forEach((stop) => stop());
    this.#stops = [];
    this.#work = null;
    this.#set(NOTHING);
  }

  /** When what the cells show from earlier visits was made. */
  setVisited(visited: VersionsSnapshot['visited']): void {
    this.#set({ visited });
  }

  // ---- The reader ----

  /** The reader changed the cell's code on the page. */
  changed(id: CellId): void {
    const { code, original } = this.#cell(id);
    const isOriginal = code === original;
    if (isOriginal) this.#set({ outdated: without(this.#snapshot.outdated, id) });
    this.#set({
      undoable: without(this.#snapshot.undoable, id),
      followed: without(this.#snapshot.followed, id),
    });
    this.#work?.drafts.save(id, code, this.#snapshot.outdated[id]?.before ?? original);
  }

  /** What is on the page of the cell is about to be replaced. */
  keep(id: CellId): void {
    const { code, original } = this.#cell(id);
    if (code !== original) this.#work?.history.keep(id, { code });
  }

  /** The reader runs the cells: they have arrived at something. */
  ran(ids: readonly CellId[]): void {
    for (const id of ids) this.#work?.history.settle(id);
    void this.#work?.drafts.flush();
  }

  /** `code`: what the Reset that just was took away. */
  wasReset(id: CellId, code: string): void {
    this.changed(id);
    this.#set({ undoable: { ...this.#snapshot.undoable, [id]: code } });
  }

  undoReset = (id: CellId): void => {
    const code = this.#snapshot.undoable[id];
    if (code !== undefined) this.replace(id, code);
  };

  /** Other code in the cell; what was there stays in the history. */
  replace(id: CellId, code: string): void {
    this.keep(id);
    this.#page.edit(id, code);
    this.changed(id);
  }

  async history(id: CellId): Promise<readonly Version[]> {
    const versions = (await this.#work?.history.list(id)) ?? [];
    const present = this.#cell(id).code;
    return versions.filter(({ code }) => code !== present);
  }

  goBackTo = (id: CellId, { code }: Version): void => this.replace(id, code);

  settleOutdated = (id: CellId, choice: 'mine' | 'new'): void => {
    const outdated = this.#snapshot.outdated[id];
    if (outdated === undefined) return;
    this.#set({ outdated: without(this.#snapshot.outdated, id) });
    if (choice === 'new') this.replace(id, outdated.now);
    else this.changed(id);
  };

  settleConflict = (id: CellId, choice: 'mine' | 'theirs'): void => {
    this.#work?.drafts.settle(id, choice);
    this.dismissFollowed(id);
  };

  dismissFollowed = (id: CellId): void =>
    this.#set({ followed: without(this.#snapshot.followed, id) });

  removeLeft = (cell: CellId): void => {
    const left = this.#snapshot.left.find((each) => each.cell === cell);
    if (left === undefined) return;
    this.#work?.history.keep(cell, left);
    this.#work?.drafts.save(cell, '', '');
    this.#set({ left: this.#snapshot.left.filter((each) => each !== left) });
  };

  startOver = (): void => this.#page.startOver();

  // ---- Other tabs ----

  #follow(draft: Draft): void {
    const { cell: id } = draft;
    const cell = this.#page.cells()[id];
    if (cell === undefined) return;
    const outdated = outdatedOf(draft, cell.original);
    const rest = without(this.#snapshot.outdated, id);
    this.#set({ outdated: outdated === null ? rest : { ...rest, [id]: outdated } });
    const code = codeFor(draft, cell.original);
    if (code === cell.code) return;
    this.#page.edit(id, code);
    this.#set({
      undoable: without(this.#snapshot.undoable, id),
      followed: { ...this.#snapshot.followed, [id]: true },
    });
  }

  /** What drafts and history know, as the page shows it. */
  #read = (): void => {
    if (this.#work === null) return;
    const conflicts = Object.values(this.#work.drafts.conflicts()).flatMap((draft) => {
      const cell = this.#page.cells()[draft.cell];
      if (cell === undefined) return [];
      const theirs = { code: codeFor(draft, cell.original), changed: draft.changed };
      return [[draft.cell, { cell: draft.cell, theirs }] as const];
    });
    this.#set({ conflicts: Object.fromEntries(conflicts), kept: this.#work.history.cells() });
  };

  #cell(id: CellId): CellSnapshot {
    const cell = this.#page.cells()[id];
    if (cell === undefined) throw new Error(`The lesson has no cell "${id}".`);
    return cell;
  }

  #originals(): Record<CellId, string> {
    const cells = Object.values(this.#page.cells());
    return Object.fromEntries(cells.map(({ id, original }) => [id, original]));
  }

  #set(change: Partial<VersionsSnapshot>): void {
    const next = { ...this.#snapshot, ...change };
    const keys = Object.keys(next) as (keyof VersionsSnapshot)[];
    if (keys.every((key) => isSame(next[key], this.#snapshot[key]))) return;
    this.#snapshot = next;
    for (const listener of this.#listeners) listener();
  }
}

function without<T>(record: Readonly<Record<CellId, T>>, id: CellId): Readonly<Record<CellId, T>> {
  if (!Object.hasOwn(record, id)) return record;
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== id));
}

/** Conflicts are made anew each time; two empty lists of them are the same. */
const isSame = (a: object, b: object) =>
  a === b || (Object.keys(a).length === 0 && Object.keys(b).length === 0);
