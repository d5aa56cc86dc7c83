import type { CellId } from '@/lib/protocol';
import type { Channel } from './channel';
import type { Change, Draft } from './draft-store';
import type { DraftsEffects } from './effects';
import type { History } from './history';
import { NOTHING_TO_KEEP, refused, SAVED, SAVING, UNDECIDED, type DraftsNote } from './note';

/** A typist's pause. A page that ends before it is over flushes what waits. */
const PAUSE_MS = 250;

/** A change that is not stored yet. */
type Waiting = { code: string; original: string; changed: number };

/**
 * What the reader changed in one lesson, in step with other tabs. Nothing here throws: what can't be kept is said in
 * the note. What is stored is never replaced unseen: a tab that meets another's change takes it over if it has none
 * of its own, and otherwise holds both until the reader has chosen. Whatever goes out of use is in the history.
 */
export class LessonDrafts {
  /** What is stored, as this tab last knew. */
  private readonly known = new Map<CellId, Draft>();
  /** The newest change of each cell. After a refusal they stay here, and are tried again. */
  private readonly waiting = new Map<CellId, Waiting>();
  /** What another tab stored of a cell that waits here. */
  private theirs: Readonly<Record<CellId, Draft>> = {};
  private readonly listeners = new Set<() => void>();
  private readonly followers = new Set<(draft: Draft) => void>();
  private note: DraftsNote = NOTHING_TO_KEEP;
  private callOff: (() => void) | null = null;
  /** Reads and writes go one after another, so that an older write never ends last. */
  private working: Promise<void> = Promise.resolve();
  private busy = false;
  private closed = false;
  private writes = 0;
  private readonly channel: Channel;
  private readonly unwatch: (() => void)[];

  constructor(
    private readonly lesson: string,
    private readonly effects: DraftsEffects,
    private readonly past: History,
  ) {
    this.channel = effects.channel(lesson, (cells) => void this.meet(cells));
    this.unwatch = [
      effects.onLeave(() => this.leave()),
      effects.onReturn(() => void this.meet(null)),
    ];
  }

  /** Everything stored, those included that are as the lesson was. Empty when the browser refuses. */
  load = async (): Promise<readonly Draft[]> => {
    await this.enqueue(async () => {
      const stored = await this.effects.stores.drafts.read(this.lesson);
      for (const draft of stored) this.known.set(draft.cell, draft);
      await this.bringBack();
      const changed = [...this.known.values()].some(({ code, original }) => code !== original);
      if (changed && this.note.state === 'none') this.tell(SAVED);
    });
    return this.newest();
  };

  /** What a page wrote as it ended, where the database has nothing newer. */
  private async bringBack(): Promise<void> {
    const lost = this.effects.lastWords
      .read(this.lesson)
      .filter(({ cell, changed }) => (this.known.get(cell)?.changed ?? -Infinity) < changed);
    for (const draft of lost) this.known.set(draft.cell, draft);
    if (lost.length > 0) {
      const changes = lost.map((draft) => ({ draft, base: undefined }));
      await this.effects.stores.drafts.writeBlindly(changes);
    }
    this.effects.lastWords.forget(this.lesson);
  }

  /** What a page that shows the reader's own work has in each cell that was ever changed. */
  newest = (): readonly Draft[] => {
    const unsaved = [...this.waiting].map(([cell, waiting]) => ({
      lesson: this.lesson,
      cell,
      ...waiting,
    }));
    return [...new Map([...this.known.values(), ...unsaved].map((d) => [d.cell, d])).values()];
  };

  /** Keeps a cell's code soon; `original` is the lesson's code that it was made from. */
  save = (cell: CellId, code: string, original: string): void => {
    this.waiting.set(cell, { code, original, changed: this.effects.now() });
    if (code === original) this.past.untouched(cell);
    else this.past.touched(cell, code);
    const theirs = this.theirs[cell];
    if (theirs !== undefined) return theirs.code === code ? this.agree(theirs) : undefined;
    this.schedule();
  };

  /** What other tabs stored of cells that are changed here too; the same object while nothing changed. */
  conflicts = (): Readonly<Record<CellId, Draft>> => this.theirs;

  /** Of a conflict. What the reader does not choose goes to the history. */
  settle = (cell: CellId, choice: 'mine' | 'theirs'): void => {
    const theirs = this.theirs[cell];
    const mine = this.waiting.get(cell);
    if (theirs === undefined) return;
    this.past.keep(cell, choice === 'mine' || mine === undefined ? theirs : mine);
    if (choice === 'theirs') {
      this.agree(theirs);
      return this.follow(theirs);
    }
    this.known.set(cell, theirs);
    this.drop(cell);
    if (mine !== undefined) this.save(cell, mine.code, mine.original);
  };

  /** Calls back with a draft of another tab's that took the place of this tab's. */
  onFollow(follower: (draft: Draft) => void): () => void {
    this.followers.add(follower);
    return () => void this.followers.delete(follower);
  }

  /** Resolves when everything so far is kept, was refused, or waits for the reader. */
  flush = (): Promise<void> => {
    this.unschedule();
    return this.enqueue(() => this.write());
  };

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  getNote = (): DraftsNote => this.note;

  /** Keeps what waits, and lets go of the page. Nothing is told after this. */
  close = (): void => {
    this.leave();
    this.closed = true;
    this.unwatch.forEach((stop) => stop());
    this.listeners.clear();
    this.followers.clear();
    this.channel.close();
  };

  private schedule(): void {
    // A refusal stays said until something was kept after all.
    if (this.note.state !== 'refused') this.tell(SAVING);
    // Not put off by each key: whatever is typed is kept within the pause.
    this.callOff ??= this.effects.after(PAUSE_MS, () => void this.flush());
  }

  private unschedule(): void {
    this.callOff?.();
    this.callOff = null;
  }

  /** Started at once when nothing else is going on. */
  private enqueue(work: () => Promise<void>): Promise<void> {
    const attempt = async () => {
      this.busy = true;
      try {
        await work();
      } catch (error) {
        this.tell(refused(error));
      } finally {
        this.busy = false;
      }
    };
    this.working = this.busy ? this.working.then(attempt) : attempt();
    return this.working;
  }

  private async write(): Promise<void> {
    const changes = this.changes();
    if (changes.length === 0) return;
    const inTheWay = await this.effects.stores.drafts.write(changes);
    // The page seemed to end, and all that waited was written blindly.
    if (inTheWay === null) return;
    const refusedCells = new Set(inTheWay.map(({ cell }) => cell));
    this.stored(changes.filter(({ draft }) => !refusedCells.has(draft.cell)));
    inTheWay.forEach((theirs) => this.met(theirs));
    if (this.waiting.size === 0) this.tell(SAVED);
    else if (this.changes().length === 0) this.tell(UNDECIDED);
    else this.schedule();
  }

  /** The page has no time for questions now. The tab whose text this replaces, if any, keeps that and says so. */
  private leave(): void {
    this.unschedule();
    const changes = this.changes();
    if (changes.length === 0) return;
    const drafts = changes.map(({ draft }) => draft);
    this.effects.lastWords.keep(this.lesson, drafts);
    const kept = this.effects.stores.drafts.writeBlindly(changes).then(
      () => {
        this.effects.lastWords.forget(this.lesson);
        this.stored(changes);
      },
      (error: unknown) => this.tell(refused(error)),
    );
    this.working = Promise.all([this.working, kept]).then(() => {
      if (this.waiting.size === 0) this.tell(SAVED);
    });
  }

  private changes(): Change[] {
    return [...this.waiting]
      .filter(([cell]) => this.theirs[cell] === undefined)
      .map(([cell, waiting]) => ({
        draft: { lesson: this.lesson, cell, ...waiting, stamp: this.nextStamp() },
        base: this.known.get(cell)?.stamp,
      }));
  }

  private nextStamp(): string {
    this.writes += 1;
    return `${this.effects.writer}.${this.writes}`;
  }

  /** Drops from what waits what is stored now, but not what has changed since. */
  private stored(changes: readonly Change[]): void {
    for (const { draft } of changes) {
      this.known.set(draft.cell, draft);
      this.overruled(draft.cell);
      const waiting = this.waiting.get(draft.cell);
      if (waiting !== undefined && isSame(waiting, draft)) this.waiting.delete(draft.cell);
    }
    if (!this.closed && changes.length > 0)
      this.channel.tell(changes.map(({ draft }) => draft.cell));
  }

  /** What was about to be asked about was replaced meanwhile, by a page that seemed to end; the other tab says so. */
  private overruled(cell: CellId): void {
    const theirs = this.theirs[cell];
    if (theirs === undefined) return;
    this.past.keep(cell, theirs);
    this.drop(cell);
  }

  /** Looks at what is stored now of these cells; null for all. */
  private meet(cells: readonly CellId[] | null): Promise<void> {
    return this.enqueue(async () => {
      const stored = await this.effects.stores.drafts.read(this.lesson);
      for (const draft of stored) if (cells === null || cells.includes(draft.cell)) this.met(draft);
    });
  }

  private met(stored: Draft): void {
    const { cell, stamp } = stored;
    const known = this.known.get(cell);
    if (this.closed || stamp === known?.stamp || stamp === this.theirs[cell]?.stamp) return;
    // This tab's own, of a write whose end it has not heard of yet.
    if (stamp?.startsWith(`${this.effects.writer}.`)) return void this.known.set(cell, stored);
    const mine = this.waiting.get(cell);
    const untouched = mine === undefined || mine.code === known?.code;
    if (mine !== undefined && !untouched && mine.code !== stored.code) return this.hold(stored);
    this.agree(stored);
    if (!untouched) return;
    if (known?.code === stored.code) return;
    if (known !== undefined && known.code !== known.original) this.past.keep(cell, known);
    this.follow(stored);
  }

  private hold(theirs: Draft): void {
    this.theirs = { ...this.theirs, [theirs.cell]: theirs };
    this.tell(UNDECIDED);
    this.notify();
  }

  /** Here is what is stored. */
  private agree(stored: Draft): void {
    this.known.set(stored.cell, stored);
    this.waiting.delete(stored.cell);
    this.drop(stored.cell);
    if (this.waiting.size === 0) this.tell(SAVED);
  }

  private drop(cell: CellId): void {
    if (this.theirs[cell] === undefined) return;
    this.theirs = Object.fromEntries(Object.entries(this.theirs).filter(([id]) => id !== cell));
    this.notify();
  }

  private follow(draft: Draft): void {
    this.followers.forEach((follower) => follower(draft));
  }

  private tell(note: DraftsNote): void {
    if (note.state === this.note.state && note.text === this.note.text) return;
    this.note = note;
    this.notify();
  }

  private notify(): void {
    this.listeners.forEach((listener) => listener());
  }
}

const isSame = (waiting: Waiting, { code, original, changed }: Draft) =>
  waiting.code === code && waiting.original === original && waiting.changed === changed;
