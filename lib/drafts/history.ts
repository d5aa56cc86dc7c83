import type { CellId } from '@/lib/protocol';
import type { DraftsEffects } from './effects';
import type { VersionRecord } from './version-store';

/** After so long without a change, what the reader has arrived at is worth keeping. */
const REST_MS = 30_000;

type State = { code: string; changed: number };

/** Former states of a lesson's cells. Nothing here throws; a refusal is told to whoever made this. */
export class History {
  /** The newest state of each cell that changed since its last version, and what will end the wait. */
  private readonly pending = new Map<CellId, State & { callOff: () => void }>();
  /** Of each cell, what was kept last, so that it is not kept twice. */
  private readonly last = new Map<CellId, string>();
  /** What the browser would not keep: it stays here, and is tried again. */
  private unkept: readonly VersionRecord[] = [];
  private readonly listeners = new Set<() => void>();
  private kept: Readonly<Record<CellId, true>> = {};

  constructor(
    private readonly lesson: string,
    private readonly effects: DraftsEffects,
    /** Null when something was kept after all. */
    private readonly refuse: (error: unknown) => void,
  ) {}

  /** Finds out which cells have versions from before. */
  async load(): Promise<void> {
    const cells = await this.attempt(this.effects.stores.versions.cells(this.lesson));
    this.mark(cells ?? []);
  }

  /** A cell has changed; its code is kept when the reader rests. */
  touched(cell: CellId, code: string): void {
    this.pending.get(cell)?.callOff();
    const callOff = this.effects.after(REST_MS, () => this.settle(cell));
    this.pending.set(cell, { code, changed: this.effects.now(), callOff });
  }

  /** The cell is as the lesson has it: nothing of the reader's to keep. */
  untouched(cell: CellId): void {
    this.take(cell);
  }

  /** Keeps the state that a cell is in, if it changed since its last version. */
  settle(cell: CellId): void {
    const state = this.take(cell);
    if (state !== null) this.keep(cell, state);
  }

  /** Of every cell, all at once: the page may end. */
  settleAll(): void {
    const states = [...this.pending.keys()].map((cell) => ({ cell, state: this.take(cell) }));
    const records = states.flatMap(({ cell, state }) =>
      state !== null && this.isNew(cell, state.code) ? [this.record(cell, state)] : [],
    );
    void this.add(records);
    this.mark(records.map(({ cell }) => cell));
  }

  /** Keeps a state of a cell that something else is about to take the place of. */
  keep(
    cell: CellId,
    { code, changed = this.effects.now() }: Partial<State> & { code: string },
  ): void {
    if (!this.isNew(cell, code)) return;
    void this.add([this.record(cell, { code, changed })]);
    this.mark([cell]);
  }

  /** The newest first. */
  async list(cell: CellId): Promise<State[]> {
    const records = await this.attempt(this.effects.stores.versions.read(this.lesson, cell));
    const here = this.unkept.filter((record) => record.cell === cell);
    return [...(records ?? []), ...here]
      .map(({ code, changed }) => ({ code, changed }))
      .filter(({ code }, at, all) => code !== all[at - 1]?.code)
      .reverse();
  }

  /** Keeps what the browser would not keep before. */
  tryAgain(): Promise<void> {
    return this.add([]);
  }

  /** The cells of which there are versions; the same object while nothing changed. */
  cells = (): Readonly<Record<CellId, true>> => this.kept;

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  close(): void {
    this.settleAll();
    this.listeners.clear();
  }

  private take(cell: CellId): State | null {
    const waiting = this.pending.get(cell);
    if (waiting === undefined) return null;
    waiting.callOff();
    this.pending.delete(cell);
    return waiting;
  }

  private isNew(cell: CellId, code: string): boolean {
    if (this.last.get(cell) === code) return false;
    this.last.set(cell, code);
    return true;
  }

  private record(cell: CellId, { code, changed }: State): VersionRecord {
    return { lesson: this.lesson, cell, code, changed };
  }

  private async add(added: readonly VersionRecord[]): Promise<void> {
    const records = [...this.unkept, ...added];
    if (records.length === 0) return;
    const { versions } = this.effects.stores;
    this.unkept = [];
    const kept = await this.attempt(versions.add(records).then(() => true));
    if (kept !== true) {
      this.unkept = [...records, ...this.unkept];
      return;
    }
    this.refuse(null);
    const cells = new Set(records.map(({ cell }) => cell));
    for (const cell of cells) await this.attempt(versions.thin(this.lesson, cell));
  }

  private async attempt<T>(work: Promise<T>): Promise<T | null> {
    try {
      return await work;
    } catch (error) {
      this.refuse(error);
      return null;
    }
  }

  private mark(cells: readonly CellId[]): void {
    const added = cells.filter((cell) => !Object.hasOwn(this.kept, cell));
    if (added.length === 0) return;
    this.kept = { ...this.kept, ...Object.fromEntries(added.map((cell) => [cell, true as const])) };
    this.listeners.forEach((listener) => listener());
  }
}
