import { NOTHING_TO_KEEP, refused, SAVED, SAVING, type DraftsNote } from '@/lib/drafts/note';
import { copyOf } from './copy-notebook';
import type { NotebookEffects } from './effects';
import type { KeptNotebook, Notebook } from './notebook';
import type { TabMessage, Tabs } from './tabs';

/** A typist's pause. A page that ends before it is over flushes what waits. */
const PAUSE_MS = 250;

/** Another tab has changed the notebook, or removed it (null), since this one last kept or read it. */
export type Clash = { theirs: KeptNotebook | null };

export type KeeperState = {
  note: DraftsNote;
  /** While it stands, nothing of this tab's is kept under the notebook's name. */
  clash: Clash | null;
  /** Another tab had the notebook open already. */
  twice: boolean;
};

/** What two tabs changed is kept by neither until the reader has chosen. */
const UNDECIDED: DraftsNote = {
  state: 'saving',
  text: 'This notebook was changed in two tabs; it is saved once you choose.',
};

type Hooks = {
  onState(state: KeeperState): void;
  /** What another tab made of the notebook is to be shown here, where nothing was waiting to be kept. */
  onTheirs(notebook: KeptNotebook): void;
};

type Effects = Pick<NotebookEffects, 'shelf' | 'tabs' | 'now' | 'after' | 'onLeave' | 'onReturn'>;

/**
 * Keeps one notebook as it is changed, and never over what another tab has kept meanwhile. Nothing here throws: what
 * can't be kept is said in the note.
 */
export class NotebookKeeper {
  readonly #effects: Effects;
  readonly #hooks: Hooks;
  readonly #tabs: Tabs;
  readonly #endings: (() => void)[];
  #id: string;
  /** The revision that this tab last kept or read; 0 for none. */
  #known: number;
  /** The newest state, while it is not kept. */
  #waiting: Notebook | null = null;
  /** Where this tab's state goes while a clash stands: a copy, made only if the page may be about to end. */
  #copy: KeptNotebook | null = null;
  #state: KeeperState;
  #callOff: (() => void) | null = null;
  /** Tasks go one after another, so that an older write never ends last. */
  #tasks: Promise<void> = Promise.resolve();
  #busy = 0;
  #closed = false;

  constructor(notebook: Pick<KeptNotebook, 'id' | 'revision'>, effects: Effects, hooks: Hooks) {
    this.#effects = effects;
    this.#hooks = hooks;
    this.#id = notebook.id;
    this.#known = notebook.revision;
    const note = notebook.revision === 0 ? NOTHING_TO_KEEP : SAVED;
    this.#state = { note, clash: null, twice: false };
    this.#tabs = effects.tabs((message) => this.#heard(message));
    this.#endings = [
      effects.onLeave(() => void this.#leave()),
      effects.onReturn(() => void this.look()),
    ];
    this.#post('hello');
  }

  get state(): KeeperState {
    return this.#state;
  }

  /** Keeps the notebook soon. */
  keep(notebook: Notebook): void {
    this.#waiting = notebook;
    if (this.#state.clash !== null) return;
    // A refusal stays said until something was kept after all.
    if (this.#state.note.state !== 'refused') this.#tell({ note: SAVING });
    // Not put off by each key: whatever is typed is kept within the pause.
    this.#callOff ??= this.#effects.after(PAUSE_MS, () => void this.flush());
  }

  /** Resolves when everything so far is kept, or was refused; at once while a clash stands. */
  flush(): Promise<void> {
    this.#callOff?.();
    this.#callOff = null;
    return this.#do(() => this.#write());
  }

  /** Looks at what another tab has made of the notebook. */
  look(): Promise<void> {
    return this.#do(() => this.#compare());
  }

  /** Ends a clash with what the other tab has, which is then to be shown. */
  async takeTheirs(): Promise<void> {
    const theirs = this.#state.clash?.theirs;
    if (theirs === null || theirs === undefined) return;
    const copy = this.#copy;
    [this.#waiting, this.#copy, this.#known] = [null, null, theirs.revision];
    this.#tell({ clash: null, note: SAVED });
    this.#hooks.onTheirs(theirs);
    if (copy !== null && copy.revision > 0) {
      await this.#do(async () => void (await this.#effects.shelf.remove(copy.id)));
    }
  }

  /** Ends a clash by keeping this tab's state as a notebook of its own, which it returns. */
  keepMine(mine: Notebook): Notebook {
    this.#post('bye');
    const { revision, ...copy } = this.#copyOf(mine);
    [this.#id, this.#known, this.#copy] = [copy.id, revision, null];
    this.#tell({ clash: null, twice: false });
    this.keep(copy);
    void this.flush();
    return copy;
  }

  /** Keeps what waits, or drops it, and lets go of the page. Nothing is told after this. */
  close(how: 'keep' | 'drop' = 'keep'): Promise<void> {
    this.#closed = true;
    if (how === 'drop') this.#waiting = null;
    this.#endings.forEach((end) => end());
    const done = this.#leave().finally(() => this.#tabs.close());
    this.#post('bye');
    this.#hooks.onState = () => {};
    this.#hooks.onTheirs = () => {};
    return done;
  }

  /** Started at once when nothing is going on: a page that ends has no later. */
  #do(task: () => Promise<void>): Promise<void> {
    const guarded = async () => {
      try {
        await task();
      } catch (error) {
        this.#tell({ note: refused(error) });
      } finally {
        this.#busy -= 1;
      }
    };
    this.#tasks = this.#busy++ > 0 ? this.#tasks.then(guarded) : guarded();
    return this.#tasks;
  }

  /** The reader may not come back to choose, so what only this tab has is kept as well. */
  #leave(): Promise<void> {
    return this.#state.clash === null ? this.flush() : this.#do(() => this.#writeCopy());
  }

  async #write(): Promise<void> {
    const notebook = this.#waiting;
    if (notebook === null || this.#state.clash !== null) return;
    if (!(await this.#effects.shelf.write(notebook, this.#known))) return this.#compare();
    this.#known += 1;
    this.#post('changed');
    if (this.#waiting !== notebook) return;
    this.#waiting = null;
    this.#tell({ note: SAVED });
  }

  async #writeCopy(): Promise<void> {
    if (this.#waiting === null) return;
    const { revision, ...copy } = this.#copyOf(this.#waiting);
    if (await this.#effects.shelf.write(copy, revision)) {
      this.#copy = { ...copy, revision: revision + 1 };
    }
  }

  /** This tab's state under the name that its copy has. */
  #copyOf(mine: Notebook): KeptNotebook {
    this.#copy ??= { ...copyOf(mine, this.#effects.now()), revision: 0 };
    const { id, title, revision } = this.#copy;
    return { ...mine, id, title, revision };
  }

  async #compare(): Promise<void> {
    const theirs = await this.#effects.shelf.read(this.#id);
    if ((theirs?.revision ?? 0) === this.#known) return;
    if (theirs !== null && this.#waiting === null) {
      this.#known = theirs.revision;
      this.#hooks.onTheirs(theirs);
    } else {
      this.#tell({ clash: { theirs }, note: UNDECIDED });
    }
  }

  #heard({ type, id }: TabMessage): void {
    if (id !== this.#id || this.#closed) return;
    switch (type) {
      case 'changed':
        return void this.look();
      case 'hello':
        return this.#post('here');
      case 'here':
        return this.#tell({ twice: true });
      case 'bye':
        this.#tell({ twice: false });
        // There may be a third.
        return this.#post('hello');
      default:
        return type satisfies never;
    }
  }

  #post(type: TabMessage['type']): void {
    this.#tabs.post({ type, id: this.#id });
  }

  #tell(change: Partial<KeeperState>): void {
    this.#state = { ...this.#state, ...change };
    this.#hooks.onState(this.#state);
  }
}
