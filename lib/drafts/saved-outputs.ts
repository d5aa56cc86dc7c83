import type { Keepsake } from '@/lib/kernel/state';
import type { CellId } from '@/lib/protocol';
import { PROTOCOL_VERSION } from '@/lib/protocol/version';
import type { DraftsEffects } from './effects';
import { fitKeepsake } from './fit-keepsake';
import type { OutputRecord } from './output-store';

/** Runs follow each other, and controls are dragged: what is shown is stored once that rests. */
const REST_MS = 1_000;

/** Of one lesson, in bytes. */
const MOST = 200 * 2 ** 20;

export type SavedOutput = { cell: CellId; keepsake: Keepsake; saved: number };

/** What the cells of a lesson showed, from one visit to the next. Nothing here throws. */
export class SavedOutputs {
  private readonly waiting = new Map<CellId, SavedOutput>();
  private callOff: (() => void) | null = null;
  /** How often everything was forgotten, so that a write that began before does not bring it back. */
  private clears = 0;

  constructor(
    private readonly lesson: string,
    private readonly effects: DraftsEffects,
    /** Null when something was kept after all. */
    private readonly refuse: (error: unknown) => void,
  ) {}

  /** What earlier visits left, of this version of the course. */
  async load(): Promise<readonly SavedOutput[]> {
    try {
      const records = await this.effects.stores.outputs.read(this.lesson);
      return records.filter(({ protocol }) => protocol === PROTOCOL_VERSION);
    } catch (error) {
      this.refuse(error);
      return [];
    }
  }

  /** Keeps what a cell shows, soon. `saved`: when it was made; milliseconds since 1970. */
  save(cell: CellId, keepsake: Keepsake, saved: number): void {
    this.waiting.set(cell, { cell, keepsake, saved });
    this.callOff?.();
    this.callOff = this.effects.after(REST_MS, () => {
      this.effects.whenIdle(() => void this.flush());
    });
  }

  /** Resolves when everything so far is kept, or was refused. */
  async flush(): Promise<void> {
    const taken = this.take();
    if (taken.length === 0) return;
    const { clears } = this;
    const { outputs } = this.effects.stores;
    try {
      await outputs.write(taken.map((saved) => this.record(saved)));
      await outputs.trim(this.lesson, MOST);
      this.refuse(null);
    } catch (error) {
      if (clears !== this.clears) return;
      this.putBack(taken);
      this.refuse(error);
    }
  }

  /** Forgets what is kept, and what was about to be. */
  async clear(): Promise<void> {
    this.clears += 1;
    this.take();
    try {
      await this.effects.stores.outputs.clear(this.lesson);
    } catch (error) {
      this.refuse(error);
    }
  }

  private take(): SavedOutput[] {
    this.callOff?.();
    this.callOff = null;
    const taken = [...this.waiting.values()];
    this.waiting.clear();
    return taken;
  }

  /** What was refused is tried again with what comes next, unless its cell shows something else by then. */
  private putBack(refused: readonly SavedOutput[]): void {
    for (const saved of refused) {
      if (!this.waiting.has(saved.cell)) this.waiting.set(saved.cell, saved);
    }
  }

  private record({ cell, keepsake, saved }: SavedOutput): OutputRecord {
    const { lesson } = this;
    return { ...{ lesson, cell, saved, protocol: PROTOCOL_VERSION }, ...fitKeepsake(keepsake) };
  }
}
