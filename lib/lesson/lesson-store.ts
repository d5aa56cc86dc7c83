import type { DraftsNote, SavedOutput, Work } from '@/lib/drafts';
import type { CellSpec, Kernel } from '@/lib/kernel/state';
import type { CellId, ControlValue, DeviceChoice } from '@/lib/protocol';
import { initialSnapshot } from './initial-snapshot';
import { LazyKernel } from './lazy-kernel';
import { type LessonEffects, lessonEffects } from './lesson-effects';
import { LessonVersions } from './lesson-versions';
import { OutputKeeper } from './output-keeper';
import type { LessonSnapshot, RunningLesson } from './running-lesson';

export type LessonSpec = { slug: string; seed: number; cells: readonly CellSpec[] };

/** Code by cell; a cell that is not in it has the lesson's. */
export type Codes = Readonly<Record<CellId, string>>;

const NO_DRAFTS: DraftsNote = { state: 'none', text: '' };
const REFUSED: DraftsNote = { state: 'refused', text: 'Edits can’t be kept in this browser.' };
const SHARED: DraftsNote = {
  state: 'none',
  text: 'Changes to shared code are not saved unless you keep it as yours.',
};

/**
 * One lesson on the page: the kernel owns what runs, the work owns what the browser keeps of the reader's, and this
 * passes each change of code to both. Its methods may be handed on as they are.
 */
export class LessonStore implements RunningLesson {
  readonly kind = 'lesson';
  readonly versions: LessonVersions;
  readonly #spec: LessonSpec;
  readonly #effects: LessonEffects;
  readonly #initial: LessonSnapshot;
  readonly #listeners = new Set<() => void>();
  /** What the reader wrote before their work was there: it is newer than what is stored. */
  readonly #early = new Map<CellId, string>();
  #snapshot: LessonSnapshot;
  #kernel: LazyKernel;
  #work: Work | null = null;
  #keeper: OutputKeeper | null = null;
  #ready: Promise<void> = Promise.resolve();
  #opened = false;
  /** Refusing is for good when the part that keeps things could not even be loaded. */
  #lost = false;

  constructor(spec: LessonSpec, effects: LessonEffects = lessonEffects) {
    this.#spec = spec;
    this.#effects = effects;
    this.versions = new LessonVersions({
      cells: () => this.#kernel.getSnapshot().cells,
      edit: (id, code) => this.#kernel.edit(id, code),
      startOver: () => this.#startOver(),
    });
    this.#kernel = this.#makeKernel();
    this.#initial = { kernel: initialSnapshot(spec.cells), drafts: NO_DRAFTS, shared: false };
    this.#snapshot = { ...this.#initial, kernel: this.#kernel.getSnapshot() };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  getSnapshot = (): LessonSnapshot => this.#snapshot;

  /** As the server rendered it, for hydration. */
  getServerSnapshot = (): LessonSnapshot => this.#initial;

  /** Begins the lesson's life in a browser: loads the reader's work. Returns what ends it. */
  open = (): (() => void) => {
    let closed = false;
    this.#opened = true;
    this.#watchKernel();
    this.#effects.whenIdle(() => {
      if (!closed) this.prepare();
    });
    this.#ready = this.#effects
      .openWork(this.#spec.slug)
      .then((work) => this.#adopt(work, () => closed))
      .catch(() => {
        this.#lost = true;
        this.#note();
      });
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
    this.versions.ran([id]);
    this.#kernel.run(id);
  };

  runAll = (): void => {
    this.versions.ran(this.#order());
    this.#kernel.runAll();
  };

  runTo = (id: CellId): void => {
    this.versions.ran(this.#order());
    this.#kernel.runTo(id);
  };

  runStale = (): void => {
    this.versions.ran(this.#order());
    this.#kernel.runStale();
  };

  trainOn = (id: CellId): void => {
    this.versions.ran([id]);
    this.#kernel.trainOn(id);
  };

  stop = (): void => this.#kernel.stop();
  restart = (): void => this.#kernel.restart();
  chooseDevice = (choice: DeviceChoice): void => this.#kernel.chooseDevice(choice);
  setControl = (id: CellId, key: string, value: ControlValue): void =>
    this.#kernel.setControl(id, key, value);
  setAutomatic = (id: CellId, automatic: boolean | null): void =>
    this.#kernel.setAutomatic(id, automatic);
  watchVariables = (on: boolean): void => this.#kernel.watchVariables(on);

  /** Who edits will run. */
  edit = (id: CellId, code: string): void => {
    this.#kernel.warm();
    this.#kernel.edit(id, code);
    this.#changed(id);
    this.versions.changed(id);
  };

  reset = (id: CellId): void => {
    const code = this.#kernel.getSnapshot().cells[id]?.code ?? '';
    this.versions.keep(id);
    this.#kernel.reset(id);
    this.#changed(id);
    this.versions.wasReset(id, code);
  };

  /** Other code in these cells, e.g. from a file; what was there stays in the history. */
  replace = (codes: Codes): void => {
    for (const id of this.#order()) {
      const code = codes[id];
      if (code === undefined) continue;
      this.versions.replace(id, code);
      this.#changed(id);
    }
  };

  // ---- Somebody else's code ----

  /** Puts it on the page, in cells that have not run; the reader's own work is kept apart until it is left or kept. */
  viewShared = (codes: Codes): void => {
    this.#detach();
    this.#renew(codes);
    this.#set({ ...this.#snapshot, shared: true });
    this.#note();
  };

  /** Back to the reader's own work, as it was left. */
  leaveShared = (): void => {
    if (!this.#snapshot.shared) return;
    this.#set({ ...this.#snapshot, shared: false });
    this.#renew(Object.fromEntries(this.#early));
    void this.#attach();
  };

  /** Makes what is on the page the reader's own; their former code stays in the history. */
  keepShared = (): void => void this.#keepShared();

  // ---- The reader's work ----

  async #keepShared(): Promise<void> {
    await this.#ready;
    if (!this.#snapshot.shared) return;
    this.#set({ ...this.#snapshot, shared: false });
    const { cells } = this.#kernel.getSnapshot();
    for (const { id, code } of Object.values(cells)) this.#takeOver(id, code);
    void this.#work?.outputs.clear();
    this.#startKeeping();
  }

  async #adopt(work: Work, isClosed: () => boolean): Promise<void> {
    const [saved] = await Promise.all([
      work.outputs.load(),
      work.drafts.load(),
      work.history.load(),
    ]);
    if (isClosed()) return work.close();
    this.#work = work;
    work.subscribe(() => this.#note());
    for (const [id, code] of this.#early) this.#takeOver(id, code);
    this.#early.clear();
    if (!this.#snapshot.shared) this.#startKeeping(saved);
    this.#note();
  }

  /** Puts the reader's work, as far as it is here, on a page that has not run. */
  async #attach(): Promise<void> {
    const work = this.#work;
    this.#note();
    if (work === null) return;
    this.versions.attach(work);
    await work.outputs.flush();
    const saved = await work.outputs.load();
    if (this.#work === work && !this.#snapshot.shared) this.#startKeeping(saved);
  }

  /** The reader's code on the page takes the place of what was stored of theirs, which goes to the history. */
  #takeOver(id: CellId, code: string): void {
    const original = this.#kernel.getSnapshot().cells[id]?.original ?? code;
    const stored = this.#work?.drafts.newest().find(({ cell }) => cell === id);
    if ((stored?.code ?? original) === code) return;
    if (stored !== undefined && stored.code !== stored.original) {
      this.#work?.history.keep(id, stored);
    }
    this.#work?.drafts.save(id, code, original);
  }

  #startKeeping(saved: readonly SavedOutput[] = []): void {
    if (this.#work === null) return;
    this.versions.attach(this.#work);
    this.#keeper = new OutputKeeper(this.#work, this.#effects.now);
    this.versions.setVisited(this.#keeper.restore(saved, this.#kernel));
    this.#keeper.observe(this.#kernel.getSnapshot());
    this.#note();
  }

  #detach(): void {
    this.versions.detach();
    this.#keeper = null;
  }

  #startOver(): void {
    const { cells, order } = this.#kernel.getSnapshot();
    for (const id of order) {
      this.versions.keep(id);
      const original = cells[id]?.original ?? '';
      if (cells[id]?.code !== original) this.#work?.drafts.save(id, original, original);
      this.versions.settleConflict(id, 'mine');
    }
    this.#detach();
    void this.#work?.outputs.clear();
    this.#renew({});
    this.#startKeeping();
  }

  /** Until the reader's work is there, what they write waits for it. */
  #changed(id: CellId): void {
    const code = this.#kernel.getSnapshot().cells[id]?.code;
    const waits = this.#work === null && !this.#snapshot.shared;
    if (waits && code !== undefined) this.#early.set(id, code);
  }

  #order = (): readonly CellId[] => this.#kernel.getSnapshot().order;

  // ---- The kernel ----

  #makeKernel(): LazyKernel {
    const { cells, seed } = this.#spec;
    return new LazyKernel(cells, async (): Promise<Kernel> => {
      const [makeKernel] = await Promise.all([
        this.#effects.loadKernel(),
        // A run must use the reader's code and what they set, so these come first, if they come soon.
        Promise.race([this.#ready, this.#effects.patience()]),
      ]);
      return makeKernel({ cells, seed });
    });
  }

  #watchKernel(): void {
    const kernel = this.#kernel;
    kernel.subscribe(() => {
      this.#set({ ...this.#snapshot, kernel: kernel.getSnapshot() });
      this.#keeper?.observe(kernel.getSnapshot());
    });
  }

  /** Another kernel, with this code in its cells: nothing has run. */
  #renew(codes: Codes): void {
    const { choice, variables } = this.#kernel.getSnapshot();
    this.#kernel.dispose();
    this.#kernel = this.#makeKernel();
    this.#kernel.chooseDevice(choice);
    this.#kernel.watchVariables(variables !== null);
    for (const [id, code] of Object.entries(codes)) this.#kernel.edit(id, code);
    if (this.#opened) this.#watchKernel();
    this.#set({ ...this.#snapshot, kernel: this.#kernel.getSnapshot() });
  }

  /** React may open again after this (it does in development), with the code as it was left. */
  #close(): void {
    this.#opened = false;
    this.#detach();
    this.#work?.close();
    this.#work = null;
    const cells = Object.values(this.#kernel.getSnapshot().cells);
    this.#renew(Object.fromEntries(cells.map(({ id, code }) => [id, code])));
    this.#note();
  }

  #note(): void {
    const drafts = this.#newestNote();
    if (drafts !== this.#snapshot.drafts) this.#set({ ...this.#snapshot, drafts });
  }

  #newestNote(): DraftsNote {
    if (this.#snapshot.shared) return SHARED;
    return this.#lost ? REFUSED : (this.#work?.getNote() ?? NO_DRAFTS);
  }

  #set(snapshot: LessonSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }
}
