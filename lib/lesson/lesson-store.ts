import type { SavedOutput, Work } from '@/lib/drafts';
import type { Kernel, KernelSnapshot } from '@/lib/kernel/state';
import type { CellId } from '@/lib/protocol';
import type { Ahead } from './ahead';
import { initialSnapshot } from './initial-snapshot';
import { KernelPage } from './kernel-page';
import { LazyKernel } from './lazy-kernel';
import { type LessonEffects, lessonEffects } from './lesson-effects';
import type { LessonSpec } from './lesson-spec';
import { LessonVersions } from './lesson-versions';
import { OutputKeeper } from './output-keeper';
import { type Codes, RenewableKernel } from './renewable-kernel';
import type { LessonSnapshot, RunningLesson } from './running-lesson';
import { takeOver } from './take-over';
import { workNote } from './work-note';

/**
 * One lesson on the page: the kernel owns what runs, the work owns what the browser keeps of the reader's, and this
 * passes each change of code to both.
 */
export class LessonStore extends KernelPage implements RunningLesson {
  readonly kind = 'lesson';
  readonly page;
  readonly versions: LessonVersions;
  readonly #spec: LessonSpec;
  readonly #effects: LessonEffects;
  readonly #initial: LessonSnapshot;
  readonly #kernels: RenewableKernel;
  /** What the reader wrote before their work was there: it is newer than what is stored. */
  readonly #early = new Map<CellId, string>();
  #snapshot: LessonSnapshot;
  #work: Work | null = null;
  #keeper: OutputKeeper | null = null;
  #ready: Promise<void> = Promise.resolve();
  /** Refusing is for good when the part that keeps things could not even be loaded. */
  #lost = false;

  constructor(spec: LessonSpec, effects: LessonEffects = lessonEffects) {
    super();
    this.#spec = spec;
    this.page = { id: spec.slug, seed: spec.seed };
    this.#effects = effects;
    this.versions = new LessonVersions({
      cells: () => this.kernel.getSnapshot().cells,
      edit: (id, code) => this.kernel.edit(id, code),
      startOver: () => this.#startOver(),
    });
    this.#kernels = new RenewableKernel(
      () => this.#makeKernel(),
      (kernel) => this.#hear(kernel),
    );
    this.#initial = {
      kernel: initialSnapshot(spec.cells),
      drafts: workNote(null, false, false),
      shared: false,
    };
    this.#snapshot = { ...this.#initial, kernel: this.kernel.getSnapshot() };
  }

  protected get kernel(): LazyKernel {
    return this.#kernels.present;
  }

  protected ahead(): Ahead {
    return this.#effects.ahead();
  }

  getSnapshot = (): LessonSnapshot => this.#snapshot;

  /** As the server rendered it, for hydration. */
  getServerSnapshot = (): LessonSnapshot => this.#initial;

  /** Begins the lesson's life in a browser: loads the reader's work. Returns what ends it. */
  open = (): (() => void) => {
    let closed = false;
    this.#kernels.watch();
    this.#effects.atFirstSign(() => {
      if (!closed) this.approach('page');
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

  run = (id: CellId): void => {
    this.versions.ran([id]);
    this.kernel.run(id);
  };

  runAll = (): void => {
    this.versions.ran(this.#order());
    this.kernel.runAll();
  };

  runTo = (id: CellId): void => {
    this.versions.ran(this.#order());
    this.kernel.runTo(id);
  };

  runStale = (): void => {
    this.versions.ran(this.#order());
    this.kernel.runStale();
  };

  trainOn = (id: CellId): void => {
    this.versions.ran([id]);
    this.kernel.trainOn(id);
  };

  trainFrom = (id: CellId, step: number): void => {
    this.versions.ran([id]);
    this.kernel.trainFrom(id, step);
  };

  /** Who edits will run. */
  edit = (id: CellId, code: string): void => {
    if (this.#spec.warmsWhenEdited !== false) this.kernel.warm();
    this.kernel.edit(id, code);
    this.#changed(id);
    this.versions.changed(id);
  };

  reset = (id: CellId): void => {
    const code = this.kernel.getSnapshot().cells[id]?.code ?? '';
    this.versions.keep(id);
    this.kernel.reset(id);
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
    // Without a place to keep things, nothing else says so.
    this.#note();
    const { cells } = this.kernel.getSnapshot();
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

  #takeOver(id: CellId, code: string): void {
    const original = this.kernel.getSnapshot().cells[id]?.original ?? code;
    if (this.#work !== null) takeOver(this.#work, { id, code, original });
  }

  #startKeeping(saved: readonly SavedOutput[] = []): void {
    if (this.#work === null) return;
    this.versions.attach(this.#work);
    this.#keeper = new OutputKeeper(this.#work, this.#effects.now);
    this.versions.setVisited(this.#keeper.restore(saved, this.kernel));
    this.#keeper.observe(this.kernel.getSnapshot());
    this.#note();
  }

  #detach(): void {
    this.versions.detach();
    this.#keeper = null;
  }

  #startOver(): void {
    const { cells, order } = this.kernel.getSnapshot();
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
    const code = this.kernel.getSnapshot().cells[id]?.code;
    const waits = this.#work === null && !this.#snapshot.shared;
    if (waits && code !== undefined) this.#early.set(id, code);
  }

  #order = (): readonly CellId[] => this.kernel.getSnapshot().order;

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

  #hear(kernel: KernelSnapshot): void {
    this.#set({ ...this.#snapshot, kernel });
    this.#keeper?.observe(kernel);
  }

  /** Nothing has run after this. */
  #renew(codes: Codes): void {
    this.#kernels.renew(codes);
    this.#set({ ...this.#snapshot, kernel: this.kernel.getSnapshot() });
  }

  /** React may open again after this (it does in development), with the code as it was left. */
  #close(): void {
    this.#kernels.ignore();
    this.#detach();
    this.#work?.close();
    this.#work = null;
    const cells = Object.values(this.kernel.getSnapshot().cells);
    this.#renew(Object.fromEntries(cells.map(({ id, code }) => [id, code])));
    this.#note();
  }

  #note(): void {
    const drafts = workNote(this.#work, this.#snapshot.shared, this.#lost);
    if (drafts !== this.#snapshot.drafts) this.#set({ ...this.#snapshot, drafts });
  }

  #set(snapshot: LessonSnapshot): void {
    this.#snapshot = snapshot;
    this.tell();
  }
}
