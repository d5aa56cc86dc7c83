import type { SavedOutput, Work } from '@/lib/drafts';
import type { CellSnapshot, Keepsake, Kernel, KernelSnapshot } from '@/lib/kernel/state';
import type { CellId } from '@/lib/protocol';
import { isBusy } from './state-words';

/** What tells one state of a cell's outputs from another. */
const SHOWN = ['outputs', 'figures', 'error', 'ms', 'device', 'memory', 'controls'] as const;

type Shown = Pick<CellSnapshot, (typeof SHOWN)[number]>;

/** Keeps what the cells show, each time a run has ended or a control was moved, and puts it back on the next visit. */
export class OutputKeeper {
  readonly #work: Work;
  readonly #now: () => number;
  /** What is kept, or was there when this began. */
  readonly #kept = new Map<CellId, Shown>();
  /** The run that made what a cell shows, and the code that it ran. */
  readonly #ran = new Map<CellId, { run: number | null; code: string }>();
  /** When what is shown from an earlier visit was made. */
  readonly #before = new Map<CellId, number>();

  constructor(work: Work, now: () => number) {
    this.#work = work;
    this.#now = now;
  }

  /** Returns when each of the outputs put back was made. */
  restore(saved: readonly SavedOutput[], kernel: Kernel): Record<CellId, number> {
    const known = saved.filter(({ cell }) => kernel.getSnapshot().cells[cell] !== undefined);
    for (const { cell, keepsake, saved: at } of known) {
      this.#before.set(cell, at);
      this.#kept.set(cell, keepsake);
      this.#ran.set(cell, { run: null, code: keepsake.code });
      kernel.restore(cell, keepsake, 'visit');
    }
    return Object.fromEntries(this.#before);
  }

  observe({ cells }: KernelSnapshot): void {
    for (const cell of Object.values(cells)) this.#look(cell);
  }

  #look(cell: CellSnapshot): void {
    const { id, run, state } = cell;
    const last = this.#ran.get(id);
    if (run !== null && run !== last?.run) this.#ran.set(id, { run, code: cell.code });
    const ended = !isBusy(state) && (run !== null || cell.restored !== null);
    const kept = this.#kept.get(id);
    if (!ended || (kept !== undefined && SHOWN.every((key) => kept[key] === cell[key]))) return;
    this.#kept.set(id, cell);
    const made = cell.restored !== null ? this.#before.get(id) : undefined;
    this.#work.outputs.save(id, this.#keepsake(cell), made ?? this.#now());
  }

  #keepsake(cell: CellSnapshot): Keepsake {
    const { outputs, figures, error, ms, device, memory, controls } = cell;
    const code = cell.state === 'done' ? cell.code : (this.#ran.get(cell.id)?.code ?? cell.code);
    return { code, outputs, figures, error, ms, device, memory, controls };
  }
}
