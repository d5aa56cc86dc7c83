import type { CellSnapshot, KernelSnapshot } from '@/lib/kernel/state';
import { trainsIn } from '@/lib/notebook/settings';
import type { CellId } from '@/lib/protocol';
import { isBusy } from '../state-words';
import { hashText } from './hash-text';
import { recordRun, type BegunRun } from './record-run';
import type { RunRecord } from './run-record';
import type { RunStore } from './run-store';
import { spareRuns } from './spare-runs';
import { trainingSettings } from './training-settings';

export type LedgerSnapshot = {
  /** Of each cell that has any, in order of number. */
  runs: Readonly<Record<CellId, readonly RunRecord[]>>;
  /** The one that was deleted last, until another is; it can be brought back. */
  deleted: RunRecord | null;
  /** Why nothing is kept, in a sentence; null while all is. */
  refused: string | null;
};

type LedgerSource = {
  page: { id: string; seed: number };
  getSnapshot(): { kernel: KernelSnapshot };
  subscribe(listener: () => void): () => void;
};

type LedgerEffects = {
  store: RunStore;
  /** Milliseconds since 1970. */
  now(): number;
  newId(): string;
};

/** The runs of a page's cells that train: kept as they end, from one visit to the next. Nothing here throws. */
export class RunLedger {
  #snapshot: LedgerSnapshot = { runs: {}, deleted: null, refused: null };
  readonly #listeners = new Set<() => void>();
  /** What each cell's last run began with, and whether it is written down. */
  readonly #begun = new Map<CellId, BegunRun & { run: number; recorded: boolean }>();
  readonly #last = new Map<CellId, number>();
  #isLoaded = false;

  constructor(
    private readonly source: LedgerSource,
    private readonly effects: LedgerEffects,
  ) {}

  /** Reads what is kept, then writes down what runs, a run that has ended before included. */
  async open(): Promise<void> {
    this.source.subscribe(() => this.#observe());
    this.#observe();
    try {
      const kept = await this.effects.store.read(this.source.page.id);
      for (const record of kept.sort((a, b) => a.number - b.number)) this.#put(record);
    } catch (error) {
      this.#refuse(error);
    }
    this.#isLoaded = true;
    this.#observe();
    this.#tell();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  getSnapshot = (): LedgerSnapshot => this.#snapshot;

  rename = (record: RunRecord, name: string): void => this.#save({ ...record, name: name.trim() });

  pin = (record: RunRecord, pinned: boolean): void => this.#save({ ...record, pinned });

  delete = (record: RunRecord): void => {
    this.#take(record);
    this.#snapshot = { ...this.#snapshot, deleted: record };
    void this.#keep(() => this.effects.store.remove(record.id));
    this.#tell();
  };

  undoDelete = (): void => {
    const { deleted } = this.#snapshot;
    if (deleted === null) return;
    this.#snapshot = { ...this.#snapshot, deleted: null };
    this.#save(deleted);
  };

  // ---- Runs that begin and end ----

  #observe(): void {
    const { kernel } = this.source.getSnapshot();
    for (const cell of Object.values(kernel.cells)) this.#look(kernel, cell);
  }

  #look(kernel: KernelSnapshot, cell: CellSnapshot): void {
    const { id, run, state } = cell;
    if (run === null) return;
    let begun = this.#begun.get(id);
    if (begun?.run !== run) {
      begun = { run, recorded: false, ...this.#begin(kernel, cell) };
      this.#begun.set(id, begun);
    }
    if (begun.recorded || isBusy(state) || !this.#isLoaded) return;
    begun.recorded = true;
    const record = recordRun(cell, begun, {
      id: this.effects.newId(),
      page: this.source.page.id,
      seed: this.source.page.seed,
      number: (this.#last.get(id) ?? 0) + 1,
      at: this.effects.now(),
    });
    if (record !== null) this.#save(record);
  }

  #begin({ cells, order }: KernelSnapshot, { id, code }: CellSnapshot): BegunRun {
    if (!trainsIn(code)) return { trains: false, settings: [], codeHash: '' };
    const settings = trainingSettings(cells, order, id);
    return { trains: true, settings, codeHash: hashText(code) };
  }

  // ---- What is kept ----

  #save(record: RunRecord): void {
    this.#put(record);
    void this.#keep(() => this.effects.store.write(record));
    for (const spare of spareRuns(this.#snapshot.runs[record.cell] ?? [])) {
      this.#take(spare);
      void this.#keep(() => this.effects.store.remove(spare.id));
    }
    this.#tell();
  }

  #put(record: RunRecord): void {
    const { cell, number } = record;
    this.#last.set(cell, Math.max(number, this.#last.get(cell) ?? 0));
    const others = (this.#snapshot.runs[cell] ?? []).filter(({ id }) => id !== record.id);
    this.#set(
      cell,
      [...others, record].sort((a, b) => a.number - b.number),
    );
  }

  #take({ cell, id }: RunRecord): void {
    this.#set(
      cell,
      (this.#snapshot.runs[cell] ?? []).filter((other) => other.id !== id),
    );
  }

  #set(cell: CellId, runs: readonly RunRecord[]): void {
    this.#snapshot = { ...this.#snapshot, runs: { ...this.#snapshot.runs, [cell]: runs } };
  }

  async #keep(change: () => Promise<void>): Promise<void> {
    try {
      await change();
    } catch (error) {
      this.#refuse(error);
    }
  }

  #refuse(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    const refused = `The browser keeps no runs: ${reason}. They are here until the page is closed.`;
    this.#snapshot = { ...this.#snapshot, refused };
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
