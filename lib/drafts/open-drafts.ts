import type { CellId } from '@/lib/protocol';
import type { Change } from './draft-store';
import { browserEffects, type DraftsEffects } from './effects';
import { NOTHING_TO_KEEP, refused, SAVED, SAVING, type DraftsNote } from './note';

/** A typist's pause. A page that ends before it is over flushes what waits. */
const PAUSE_MS = 250;

/** What the reader changed in one lesson. Nothing here throws: what can't be kept is said in the note. */
export type Drafts = {
  /** The changed cells. Empty when the browser refuses; what was saved since is included. */
  load(): Promise<Record<CellId, string>>;
  /** Keeps a cell's code soon; `original` is the lesson's code that it was made from. */
  save(id: CellId, code: string, original?: string): void;
  /** Forgets a cell's change, after a reset. */
  remove(id: CellId): void;
  /** Resolves when everything so far is kept, or was refused. */
  flush(): Promise<void>;
  subscribe(listener: () => void): () => void;
  getNote(): DraftsNote;
  /** Keeps what waits, and lets go of the page. Nothing is told after this. */
  close(): void;
};

/** Opens the drafts of a lesson in this browser. */
export function openDrafts(lesson: string, effects: DraftsEffects = browserEffects()): Drafts {
  return new LessonDrafts(lesson, effects);
}

class LessonDrafts implements Drafts {
  /** Changes that are not stored yet, the newest for each cell. After a refusal they stay here, and are tried again. */
  private readonly waiting = new Map<CellId, Change>();
  private readonly listeners = new Set<() => void>();
  private note: DraftsNote = NOTHING_TO_KEEP;
  private callOff: (() => void) | null = null;
  /** Writes go one after another, so that an older one never ends last. */
  private writing: Promise<void> = Promise.resolve();
  private busy = false;
  private readonly stopWatching: () => void;

  constructor(
    private readonly lesson: string,
    private readonly effects: DraftsEffects,
  ) {
    this.stopWatching = effects.onLeave(() => void this.flush());
  }

  load = async (): Promise<Record<CellId, string>> => {
    const codes = new Map<CellId, string>();
    try {
      const stored = await this.effects.store.read(this.lesson);
      stored.forEach((draft) => codes.set(draft.cell, draft.code));
      if (stored.length > 0 && this.note.state === 'none') this.tell(SAVED);
    } catch (error) {
      this.tell(refused(error));
    }
    for (const { cell, draft } of this.waiting.values()) {
      if (draft) codes.set(cell, draft.code);
      else codes.delete(cell);
    }
    return Object.fromEntries(codes);
  };

  save = (cell: CellId, code: string, original = ''): void => {
    const { lesson } = this;
    const changed = this.effects.now();
    this.wait({ cell, draft: { lesson, cell, code, original, changed } });
  };

  remove = (cell: CellId): void => this.wait({ cell, draft: null });

  flush = (): Promise<void> => {
    this.callOff?.();
    this.callOff = null;
    // Started at once when nothing is being written: a page that ends has no later.
    this.writing = this.busy ? this.writing.then(() => this.write()) : this.write();
    return this.writing;
  };

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  getNote = (): DraftsNote => this.note;

  close = (): void => {
    this.stopWatching();
    this.listeners.clear();
    void this.flush();
  };

  private wait(change: Change): void {
    this.waiting.set(change.cell, change);
    // A refusal stays said until something was kept after all.
    if (this.note.state !== 'refused') this.tell(SAVING);
    // Not put off by each key: whatever is typed is kept within the pause.
    this.callOff ??= this.effects.after(PAUSE_MS, () => void this.flush());
  }

  private async write(): Promise<void> {
    const changes = [...this.waiting.values()];
    if (changes.length === 0) return;
    this.busy = true;
    try {
      await this.effects.store.write(this.lesson, changes);
      this.forget(changes);
      if (this.waiting.size === 0) this.tell(SAVED);
    } catch (error) {
      this.tell(refused(error));
    } finally {
      this.busy = false;
    }
  }

  /** Drops what is stored now, but not what has changed since. */
  private forget(changes: readonly Change[]): void {
    for (const change of changes) {
      if (this.waiting.get(change.cell) === change) this.waiting.delete(change.cell);
    }
  }

  private tell(note: DraftsNote): void {
    if (note.state === this.note.state && note.text === this.note.text) return;
    this.note = note;
    this.listeners.forEach((listener) => listener());
  }
}
