import type { SavedOutput } from '@/lib/drafts';
import { refused } from '@/lib/drafts/note';
import type { ImportedNotebook } from '@/lib/export';
import type { Share } from '@/lib/share';
import type { Address } from './address';
import { copyOf } from './copy-notebook';
import type { NotebookEffects } from './effects';
import { fromImport, importNotices } from './from-import';
import { takeOutputs } from './kept-outputs';
import type { KeptNotebook, Notebook } from './notebook';
import { fromShare } from './notebook-share';
import { NotebookStore } from './notebook-store';
import { blankNotebook } from './random-names';
import type { NotebookEntry } from './shelf';

/**
 * A notebook that was removed just now. `revision`: that of its removal. `outputs`: what its cells showed, which is
 * nowhere else, so that a page that ends here leaves nothing behind.
 */
type Removed = {
  notebook: Notebook;
  revision: number;
  outputs: Promise<readonly SavedOutput[]>;
};

/** What stands on the page. */
export type DeskView =
  | { kind: 'opening' }
  /** `id`: another for each time that one is opened. `notices`: of the file that it was made from, and of refusals. */
  | { kind: 'open'; id: number; store: NotebookStore; notices: readonly string[] }
  | ({ kind: 'removed' } & Removed)
  /** The address names a notebook that this browser does not have. */
  | { kind: 'missing' }
  /** The link's fragment can't be opened here. `lesson`: the one that it belongs to. */
  | { kind: 'refused'; sentence: string; lesson: string | null };

export type DeskSnapshot = {
  view: DeskView;
  /** Every kept notebook, the last changed first. */
  entries: readonly NotebookEntry[];
};

export type DeskEffects = NotebookEffects & {
  address: Address;
  /** What a link's fragment carries; null when it claims to carry nothing. Rejects with a sentence. */
  readLink(fragment: string): Promise<Share | null>;
};

/** The page of notebooks: which of them is open, and the list of all. Its methods may be handed on as they are. */
export class NotebookDesk {
  readonly #effects: DeskEffects;
  readonly #listeners = new Set<() => void>();
  #snapshot: DeskSnapshot = { view: { kind: 'opening' }, entries: [] };
  /** Counts what was asked for, so that an answer that comes late is dropped. */
  #asked = 0;
  /** The one of `#asked` for which a kept notebook is being read; 0 for none. */
  #reading = 0;
  readonly #removing = new WeakSet<NotebookStore>();
  /** What the notebook that is shown next has to say. */
  #unsaid: readonly string[] = [];
  #opened = 0;
  /** The notebook that the address says. */
  #shown: string | null = null;
  /** The fragment of the link whose notebook is on the page. */
  #link: string | null = null;

  constructor(effects: DeskEffects) {
    this.#effects = effects;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  getSnapshot = (): DeskSnapshot => this.#snapshot;

  /** Opens what the address asks for, now and when it changes. Returns what ends that. */
  start = (): (() => void) => {
    const stop = this.#effects.address.onChange(() => void this.#follow());
    void this.#follow();
    return () => {
      stop();
      this.#asked += 1;
      this.#view({ kind: 'opening' });
    };
  };

  /** Looks up the list anew. Where the browser refuses, there is none. */
  refresh = async (): Promise<void> => {
    const entries = await this.#effects.shelf.list().catch(() => []);
    this.#set({ entries });
  };

  create = (): void => this.#begin(blankNotebook(this.#effects.now()), []);

  open = async (id: string): Promise<void> => {
    this.#effects.address.show(id, 'add');
    await this.#openKept(id);
  };

  /** A file becomes a notebook of its own, which is kept at once. */
  openFile = (imported: ImportedNotebook, fileName: string): void => {
    const notebook = fromImport(imported, fileName, this.#effects.now());
    this.#begin(notebook, importNotices(imported), 'keep');
  };

  /** The open notebook once more, under another name. */
  duplicate = (): void => {
    const { view } = this.#snapshot;
    if (view.kind !== 'open') return;
    const { notebook } = view.store.getSnapshot();
    this.#begin(copyOf(notebook, this.#effects.now()), [], 'keep');
  };

  /**
   * Deletes the open notebook; `undoRemove` brings it back while nothing else is opened. Where the browser refuses,
   * it stays as it is and says so.
   */
  remove = async (): Promise<void> => {
    const { view } = this.#snapshot;
    if (view.kind !== 'open' || this.#removing.has(view.store)) return;
    const { store } = view;
    this.#removing.add(store);
    await store.flush();
    const { id } = store.getSnapshot().notebook;
    const revision = await this.#effects.shelf.remove(id).catch(() => 'refused' as const);
    if (revision === 'refused') this.#notRemoved(store);
    else await this.#removed(store, revision ?? 0);
    await this.refresh();
  };

  undoRemove = (): void => {
    const { view } = this.#snapshot;
    if (view.kind === 'removed') this.#begin(view.notebook, [], 'keep', view);
  };

  /** The reader's own notebooks, after somebody's. */
  openMine = async (): Promise<void> => {
    this.#effects.address.show(null, 'add');
    await this.#openLast();
  };

  async #removed(store: NotebookStore, revision: number): Promise<void> {
    const { notebook } = store.getSnapshot();
    await store.close('drop');
    this.#tellTabs(notebook.id);
    const outputs = takeOutputs(notebook.id, this.#effects).catch(() => []);
    const { view } = this.#snapshot;
    if (view.kind !== 'open' || view.store !== store) return;
    // Who goes back to it before another is there has to find it gone.
    this.#shown = null;
    if (this.#reading === this.#asked) return;
    this.#effects.address.show(null, 'replace');
    this.#view({ kind: 'removed', notebook, revision, outputs });
  }

  #notRemoved(store: NotebookStore): void {
    this.#removing.delete(store);
    const { title } = store.getSnapshot().notebook;
    const notice = `“${title}” could not be deleted: the storage of this browser refused. Try again in a moment.`;
    const { view } = this.#snapshot;
    if (this.#reading === this.#asked || view.kind !== 'open') {
      this.#unsaid = [notice];
      return;
    }
    const notices = [...view.notices.filter((other) => other !== notice), notice];
    this.#set({ view: { ...view, notices } });
  }

  #tellTabs(id: string): void {
    const tabs = this.#effects.tabs(() => {});
    tabs.post({ type: 'changed', id });
    tabs.close();
  }

  async #follow(): Promise<void> {
    const { open, fragment } = this.#effects.address.read();
    const asked = ++this.#asked;
    // Back from a note of that very notebook: what was done with it since is nowhere else.
    if (fragment === this.#link && this.#isShared()) return;
    try {
      const share = await this.#effects.readLink(fragment);
      if (asked !== this.#asked) return;
      if (share !== null) return this.#showLink(share, fragment);
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error);
      return this.#view({ kind: 'refused', sentence, lesson: null });
    }
    if (this.#isOpen(open, fragment)) return;
    await (open === null ? this.#openLast() : this.#openKept(open));
  }

  #showLink(share: Share, fragment: string): void {
    if (share.lesson === null) {
      const notebook = { ...fromShare(share, this.#effects.now()), revision: 0 };
      this.#show(new NotebookStore(notebook, 'link', this.#effects), []);
      this.#link = fragment;
      return;
    }
    const sentence = 'This link carries the code of a lesson.';
    this.#view({ kind: 'refused', sentence, lesson: `/learn/${share.lesson}${fragment}` });
  }

  async #openLast(): Promise<void> {
    const asked = (this.#reading = ++this.#asked);
    let notices: string[] = [];
    const last = await this.#last().catch((error: unknown) => {
      notices = [refused(error).text];
      return null;
    });
    if (asked !== this.#asked) return;
    if (last === null) this.#begin(blankNotebook(this.#effects.now()), notices);
    else this.#show(new NotebookStore(last, 'shelf', this.#effects), []);
  }

  async #last(): Promise<KeptNotebook | null> {
    const { shelf } = this.#effects;
    const id = await shelf.last();
    const last = id === null ? null : await shelf.read(id);
    if (last !== null) return last;
    const newest = (await shelf.list())[0];
    return newest === undefined ? null : shelf.read(newest.id);
  }

  async #openKept(id: string): Promise<void> {
    const asked = (this.#reading = ++this.#asked);
    try {
      const kept = await this.#effects.shelf.read(id);
      if (asked !== this.#asked) return;
      if (kept === null) this.#view({ kind: 'missing' });
      else this.#show(new NotebookStore(kept, 'shelf', this.#effects), []);
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#view({ kind: 'refused', sentence: refused(error).text, lesson: null });
    }
  }

  /** A notebook that is not kept yet. A blank one is kept with its first change, so that looking leaves nothing. */
  #begin(
    notebook: Notebook,
    notices: readonly string[],
    when: 'keep' | 'later' = 'later',
    { revision = 0, outputs }: Partial<Removed> = {},
  ): void {
    this.#asked += 1;
    this.#effects.address.show(null, 'add');
    const store = new NotebookStore({ ...notebook, revision }, 'shelf', this.#effects, outputs);
    this.#show(store, notices);
    if (when === 'keep') store.keepNow();
  }

  #show(store: NotebookStore, own: readonly string[]): void {
    const notices = [...own, ...this.#unsaid];
    this.#unsaid = [];
    this.#view({ kind: 'open', id: ++this.#opened, store, notices });
    const tell = () => this.#say(store);
    store.subscribe(tell);
    tell();
  }

  /** Says in the address which notebook it is, once it is kept. */
  #say(store: NotebookStore): void {
    const { drafts, shared, notebook } = store.getSnapshot();
    if (shared || drafts.state !== 'saved' || notebook.id === this.#shown) return;
    this.#shown = notebook.id;
    this.#effects.address.show(notebook.id, 'replace');
    void this.#effects.shelf.setLast(notebook.id).catch(() => {});
    void this.refresh();
  }

  /** Whether the address asks for what is on the page: a link's notebook has no name, only places in it. */
  #isOpen(wanted: string | null, fragment: string): boolean {
    if (this.#isShared()) return wanted === null && fragment !== '';
    return this.#snapshot.view.kind === 'open' && wanted === this.#shown;
  }

  #isShared(): boolean {
    const { view } = this.#snapshot;
    return view.kind === 'open' && view.store.getSnapshot().shared;
  }

  #view(view: DeskView): void {
    const before = this.#snapshot.view;
    if (before.kind === 'open') void before.store.close();
    this.#shown = this.#link = null;
    this.#reading = 0;
    this.#set({ view });
  }

  #set(change: Partial<DeskSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}
