import type { SavedOutput } from '@/lib/drafts';
import type { DraftsNote } from '@/lib/drafts/note';
import type { Keepsake, Restored } from '@/lib/kernel/state';
import type { Ahead } from '@/lib/lesson/ahead';
import { initialSnapshot } from '@/lib/lesson/initial-snapshot';
import { KernelPage } from '@/lib/lesson/kernel-page';
import { LazyKernel } from '@/lib/lesson/lazy-kernel';
import type { LessonSnapshot, RunningLesson } from '@/lib/lesson/running-lesson';
import type { CellId } from '@/lib/protocol';
import { alignCells } from './align-cells';
import { blockName, codeCells } from './code-cells';
import {
  changeBlock,
  insertBlock,
  moveBlock,
  placeOf,
  removeBlock,
  type RemovedBlock,
  restoreBlock,
} from './edit-blocks';
import type { NotebookEffects } from './effects';
import { type Clash, type KeeperState, NotebookKeeper } from './keeper';
import {
  type Block,
  type KeptNotebook,
  type Notebook,
  NOTEBOOK_LIMITS,
  notebookTitle,
} from './notebook';
import { keepOutputs } from './kept-outputs';
import { newBlockId } from './random-names';

/** What Undo brings back, and what is shown of it until then. */
type Removed = RemovedBlock & { name: string; kept: Kept | null };
type Kept = { keepsake: Keepsake; from: Restored };

type TakenOutputs = Promise<readonly SavedOutput[]>;

export type NotebookSnapshot = LessonSnapshot & {
  notebook: Notebook;
  /** The cell that was deleted last, until the notebook is changed in another way. */
  removed: Removed | null;
  clash: Clash | null;
  twice: boolean;
  /** The cell that was added last, which takes the focus. */
  added: CellId | null;
  /** What has just happened, for a screen reader; empty for nothing. */
  said: string;
};

const NOT_KEPT: DraftsNote = { state: 'none', text: 'Not saved until you keep it.' };

/**
 * One notebook on the page: the kernel owns what runs, the keeper what is stored, and this passes each change of the
 * document to both.
 */
export class NotebookStore extends KernelPage implements RunningLesson {
  readonly kind = 'notebook';
  readonly page;
  readonly versions = null;
  readonly #effects: NotebookEffects;
  protected readonly kernel: LazyKernel;
  /** Null while it is somebody else's, from a link. */
  #keeper: NotebookKeeper | null = null;
  #snapshot: NotebookSnapshot;
  #aligning = false;
  #closed: Promise<void> | null = null;
  #endOutputs: () => void = () => {};

  /**
   * `from`: kept in this browser, or to be kept once it is changed; or somebody's, kept only when asked to.
   * `outputs`: what was taken out when it was deleted.
   */
  constructor(
    notebook: KeptNotebook,
    from: 'shelf' | 'link',
    effects: NotebookEffects,
    outputs: TakenOutputs | null = null,
  ) {
    super();
    const { revision, ...document } = notebook;
    this.#effects = effects;
    const cells = codeCells(document.blocks);
    const { seed } = document;
    this.page = { id: `notebook ${document.id}`, seed };
    this.kernel = new LazyKernel(cells, async () => {
      const makeKernel = await effects.loadKernel();
      return makeKernel({ cells, seed });
    });
    this.#snapshot = {
      kernel: initialSnapshot(cells),
      drafts: NOT_KEPT,
      shared: from === 'link',
      notebook: document,
      ...{ removed: null, clash: null, twice: false, added: null, said: '' },
    };
    this.kernel.subscribe(() => this.#set({ kernel: this.kernel.getSnapshot() }));
    if (from === 'shelf') this.#startKeeping(document.id, revision, outputs);
    effects.atFirstSign(() => {
      if (this.#closed === null) this.approach('page');
    });
  }

  protected ahead(): Ahead {
    return this.#effects.ahead();
  }

  getSnapshot = (): NotebookSnapshot => this.#snapshot;
  /** The server knows no notebooks, so a store is never hydrated. */
  getServerSnapshot = (): NotebookSnapshot => this.#snapshot;

  /** Ends its life on the page; what waits to be kept is kept, or dropped when it was deleted. */
  close = (how: 'keep' | 'drop' = 'keep'): Promise<void> => {
    this.#closed ??= this.#end(how);
    return this.#closed;
  };

  /** Keeps the notebook as it is, before it was ever changed. */
  keepNow = (): void => {
    this.#keeper?.keep(this.#snapshot.notebook);
    void this.flush();
  };

  /** Resolves when everything so far is kept, or was refused. */
  flush = async (): Promise<void> => this.#keeper?.flush();

  run = (id: CellId): void => this.#running(() => this.kernel.run(id));
  runAll = (): void => this.#running(() => this.kernel.runAll());
  runTo = (id: CellId): void => this.#running(() => this.kernel.runTo(id));
  runStale = (): void => this.#running(() => this.kernel.runStale());
  trainOn = (id: CellId): void => this.#running(() => this.kernel.trainOn(id));
  trainFrom = (id: CellId, step: number): void =>
    this.#running(() => this.kernel.trainFrom(id, step));

  /** The code of a cell, or the Markdown of a text. Who edits code will run it. */
  edit = (id: CellId, text: string): void => {
    const { blocks } = this.#snapshot.notebook;
    if (blocks[placeOf(blocks, id)]?.kind === 'code') this.kernel.warm();
    this.#change(changeBlock(blocks, id, { text }));
  };

  /** There is no code but the reader's to go back to. */
  reset = (): void => {};

  /** `title` as it is typed; empty for none. */
  retitle = (id: CellId, title: string): void =>
    this.#change(
      changeBlock(this.#snapshot.notebook.blocks, id, {
        title: title.replace(/[\r\n]+/g, ' ').slice(0, NOTEBOOK_LIMITS.title),
      }),
    );

  /** The notebook's own title. */
  rename = (title: string): void => {
    const name = notebookTitle(title);
    if (name !== this.#snapshot.notebook.title) this.#keep({ title: name }, {});
  };

  /** Puts an empty cell before the one at place `at`. */
  insert = (kind: Block['kind'], at: number): void => {
    const { blocks } = this.#snapshot.notebook;
    if (blocks.length >= NOTEBOOK_LIMITS.blocks) {
      const said = `A notebook has at most ${NOTEBOOK_LIMITS.blocks} cells. Begin a new one.`;
      return this.#set({ said });
    }
    const id = newBlockId(kind);
    const said = kind === 'code' ? 'Added a cell of code' : 'Added a text';
    this.#change(insertBlock(blocks, { id, kind, title: '', text: '' }, at), { added: id, said });
  };

  /** `by`: -1 for up, 1 for down. */
  move = (id: CellId, by: -1 | 1): void => {
    const { blocks } = this.#snapshot.notebook;
    const at = placeOf(blocks, id);
    const block = blocks[at];
    const next = moveBlock(blocks, id, at + by);
    if (block === undefined || next === blocks) return;
    const [name, place] = [blockName(blocks, block), `now ${at + by + 1} of ${blocks.length}`];
    this.#change(next, { said: `Moved “${name}” ${by < 0 ? 'up' : 'down'}, ${place}` });
  };

  remove = (id: CellId): void => {
    const { blocks } = this.#snapshot.notebook;
    const taken = removeBlock(blocks, id);
    if (taken === null) return;
    const name = blockName(blocks, taken.removed.block);
    const removed = { ...taken.removed, name, kept: this.#kept(id) };
    this.#change(taken.blocks, { removed });
  };

  undoRemove = (): void => {
    const { removed, notebook } = this.#snapshot;
    if (removed === null) return;
    const { block, kept, name } = removed;
    this.#change(restoreBlock(notebook.blocks, removed), {
      added: block.id,
      said: `“${name}” is back`,
    });
    if (kept !== null) this.kernel.restore(block.id, kept.keepsake, kept.from);
  };

  /** Makes somebody's notebook the reader's own, which is kept from now on. */
  keepShared = (): void => {
    if (!this.#snapshot.shared) return;
    this.#startKeeping(this.#snapshot.notebook.id, 0);
    this.#set({ shared: false });
    this.keepNow();
  };

  takeTheirs = (): Promise<void> => this.#keeper?.takeTheirs() ?? Promise.resolve();

  /** After a clash: this tab's state becomes a notebook of its own. */
  keepMine = (): void => {
    const notebook = this.#keeper?.keepMine(this.#snapshot.notebook);
    if (notebook === undefined) return;
    this.#set({ notebook });
    this.#keepOutputs(notebook.id);
  };

  async #end(how: 'keep' | 'drop'): Promise<void> {
    this.#endOutputs();
    this.kernel.dispose();
    this.endListening();
    await this.#keeper?.close(how);
  }

  #running(run: () => void): void {
    void this.#keeper?.flush();
    run();
  }

  #startKeeping(id: string, revision: number, outputs: TakenOutputs | null = null): void {
    this.#keeper = new NotebookKeeper({ id, revision }, this.#effects, {
      onState: (state) => this.#set(ofKeeper(state)),
      onTheirs: (theirs) => this.#show(theirs),
    });
    this.#set(ofKeeper(this.#keeper.state));
    this.#keepOutputs(id, outputs);
  }

  #keepOutputs(id: string, taken: TakenOutputs | null = null): void {
    this.#endOutputs();
    const onNote = (note: DraftsNote) => {
      // Who can't save what they write has been told so, and that counts more.
      const drafts = this.#keeper?.state.note;
      if (note.state === 'refused' && drafts?.state !== 'refused') this.#set({ drafts: note });
    };
    this.#endOutputs = keepOutputs(id, this.kernel, this.#effects, onNote, taken);
  }

  #change(blocks: readonly Block[], also: Partial<NotebookSnapshot> = {}): void {
    if (blocks === this.#snapshot.notebook.blocks) return;
    this.#keep({ blocks }, also);
  }

  #keep(change: Partial<Notebook>, also: Partial<NotebookSnapshot>): void {
    const notebook = { ...this.#snapshot.notebook, ...change, changed: this.#effects.now() };
    this.#align(notebook, { removed: null, added: null, ...also });
    this.#keeper?.keep(notebook);
  }

  /** What another tab made of the notebook. */
  #show({ revision: _revision, ...notebook }: KeptNotebook): void {
    this.#align(notebook, {
      removed: null,
      said: 'Changed in another tab, and shown here as it is now',
    });
  }

  /** The document and its cells change together for who looks, since no cell is drawn that only one of them has. */
  #align(notebook: Notebook, also: Partial<NotebookSnapshot>): void {
    this.#aligning = true;
    try {
      alignCells(this.kernel, notebook.blocks);
    } finally {
      this.#aligning = false;
    }
    this.#set({ ...also, notebook, kernel: this.kernel.getSnapshot() });
  }

  #kept(id: CellId): Kept | null {
    const cell = this.kernel.getSnapshot().cells[id];
    if (cell === undefined || (cell.run === null && cell.restored === null)) return null;
    const { code, outputs, figures, error, ms, device, memory, controls } = cell;
    const keepsake = { code, outputs, figures, error, ms, device, memory, controls };
    return { keepsake, from: cell.restored ?? 'deletion' };
  }

  #set(change: Partial<NotebookSnapshot>): void {
    if (this.#aligning) return;
    this.#snapshot = { ...this.#snapshot, ...change };
    this.tell();
  }
}

function ofKeeper({ note, clash, twice }: KeeperState): Partial<NotebookSnapshot> {
  return { drafts: note, clash, twice };
}
