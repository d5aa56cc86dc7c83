import type { Drafts, DraftsNote } from '@/lib/drafts';
import type { CellSpec, Kernel, KernelSnapshot } from '@/lib/kernel/state';
import type { CellId, DeviceChoice } from '@/lib/protocol';
import { initialSnapshot } from './initial-snapshot';
import { LazyKernel } from './lazy-kernel';
import { type LessonEffects, lessonEffects } from './lesson-effects';

export type LessonSpec = { slug: string; seed: number; cells: readonly CellSpec[] };

export type LessonSnapshot = { kernel: KernelSnapshot; drafts: DraftsNote };

const NO_DRAFTS: DraftsNote = { state: 'none', text: '' };

/**
 * One lesson on the page: the kernel owns what runs, the drafts own what the reader wrote, and this
 * passes each change of code to both. Its methods may be handed on as they are.
 */
export class LessonStore {
  readonly #spec: LessonSpec;
  readonly #effects: LessonEffects;
  readonly #initial: LessonSnapshot;
  readonly #listeners = new Set<() => void>();
  /** Cells that the reader changed before the drafts were there: what is on the page counts. */
  readonly #early = new Set<CellId>();
  #snapshot: LessonSnapshot;
  #kernel: LazyKernel;
  #drafts: Drafts | null = null;
  #draftsReady: Promise<void> = Promise.resolve();

  constructor(spec: LessonSpec, effects: LessonEffects = lessonEffects) {
    this.#spec = spec;
    this.#effects = effects;
    this.#kernel = this.#makeKernel();
    this.#initial = { kernel: initialSnapshot(spec.cells), drafts: NO_DRAFTS };
    this.#snapshot = { ...this.#initial, kernel: this.#kernel.getSnapshot() };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  getSnapshot = (): LessonSnapshot => this.#snapshot;

  /** As the server rendered it, for hydration. */
  getServerSnapshot = (): LessonSnapshot => this.#initial;

  /** Begins the lesson's life in a browser: loads the drafts. Returns what ends it. */
  open = (): (() => void) => {
    let closed = false;
    this.#watchKernel();
    this.#effects.whenIdle(() => {
      if (!closed) this.prepare();
    });
    this.#draftsReady = this.#effects
      .openDrafts(this.#spec.slug)
      .then((drafts) => this.#adopt(drafts, () => closed))
      .catch(() => this.#note({ state: 'refused', text: 'Edits can’t be kept in this browser.' }));
    return () => {
      closed = true;
      this.#close();
    };
  };

  /** Fetches the kernel's code, when the reader comes near a cell. */
  prepare = (): void => this.#kernel.prepare();
  /** Starts the sandbox, when the reader is about to run. */
  warm = (): void => this.#kernel.warm();

  run = (id: CellId): void => {
    void this.#drafts?.flush();
    this.#kernel.run(id);
  };

  runAll = (): void => {
    void this.#drafts?.flush();
    this.#kernel.runAll();
  };

  stop = (): void => this.#kernel.stop();
  restart = (): void => this.#kernel.restart();
  chooseDevice = (choice: DeviceChoice): void => this.#kernel.chooseDevice(choice);

  /** Who edits will run. */
  edit = (id: CellId, code: string): void => {
    this.#kernel.warm();
    this.#kernel.edit(id, code);
    this.#keep(id);
  };

  reset = (id: CellId): void => {
    this.#kernel.reset(id);
    this.#keep(id);
  };

  #keep(id: CellId): void {
    const cell = this.#kernel.getSnapshot().cells[id];
    if (cell === undefined) return;
    if (this.#drafts === null) this.#early.add(id);
    else if (cell.code === cell.original) this.#drafts.remove(id);
    else this.#drafts.save(id, cell.code, cell.original);
  }

  async #adopt(drafts: Drafts, isClosed: () => boolean): Promise<void> {
    const saved = await drafts.load();
    if (isClosed()) return drafts.close();
    this.#drafts = drafts;
    for (const [id, code] of Object.entries(saved)) {
      const known = this.#kernel.getSnapshot().cells[id] !== undefined;
      if (known && !this.#early.has(id)) this.#kernel.edit(id, code);
    }
    drafts.subscribe(() => this.#note(drafts.getNote()));
    for (const id of this.#early) this.#keep(id);
    this.#early.clear();
    this.#note(drafts.getNote());
  }

  #makeKernel(): LazyKernel {
    const { cells, seed } = this.#spec;
    return new LazyKernel(cells, async (): Promise<Kernel> => {
      const [makeKernel] = await Promise.all([
        this.#effects.loadKernel(),
        // A run must use the reader's code, so their drafts come first, if they come soon.
        Promise.race([this.#draftsReady, this.#effects.patience()]),
      ]);
      return makeKernel({ cells, seed });
    });
  }

  #watchKernel(): void {
    const kernel = this.#kernel;
    kernel.subscribe(() => this.#set({ ...this.#snapshot, kernel: kernel.getSnapshot() }));
  }

  /** React may open again after this (it does in development), with the code as it was left. */
  #close(): void {
    this.#drafts?.close();
    this.#drafts = null;
    const { cells } = this.#kernel.getSnapshot();
    this.#kernel.dispose();
    this.#kernel = this.#makeKernel();
    for (const { id, code, original } of Object.values(cells)) {
      if (code !== original) this.#kernel.edit(id, code);
    }
    this.#set({ kernel: this.#kernel.getSnapshot(), drafts: NO_DRAFTS });
  }

  #note(drafts: DraftsNote): void {
    this.#set({ ...this.#snapshot, drafts });
  }

  #set(snapshot: LessonSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }
}
