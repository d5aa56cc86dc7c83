import type { CellSpec, Kernel, KernelSnapshot } from '@/lib/kernel/state';
import type { CellId, DeviceChoice } from '@/lib/protocol';
import { initialSnapshot, withCells } from './initial-snapshot';

/**
 * A kernel that is fetched when it is first needed. Until then it keeps what was asked of it
 * (edits and the device in its snapshot, runs in `wanted`) and hands all of it over on arrival.
 */
export class LazyKernel implements Kernel {
  readonly #load: () => Promise<Kernel>;
  readonly #listeners = new Set<() => void>();
  /** Cells in the order in which Run was pressed; 'all' for Run all. */
  #wanted: (CellId | 'all')[] = [];
  #snapshot: KernelSnapshot;
  #kernel: Kernel | null = null;
  #loading: Promise<void> | null = null;
  #warm = false;
  #disposed = false;

  constructor(cells: readonly CellSpec[], load: () => Promise<Kernel>) {
    this.#load = load;
    this.#snapshot = initialSnapshot(cells);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  getSnapshot(): KernelSnapshot {
    return this.#kernel?.getSnapshot() ?? this.#snapshot;
  }

  /** Fetches the kernel's code and opens the sandbox's frame; nothing runs in it yet. */
  prepare(): void {
    void this.#fetch();
  }

  #fetch(): Promise<void> {
    this.#loading ??= this.#load().then(
      (kernel) => this.#arrived(kernel),
      (error: unknown) => this.#failed(error),
    );
    return this.#loading;
  }

  warm(): void {
    if (this.#kernel !== null) return this.#kernel.warm();
    this.#warm = true;
    this.prepare();
  }

  run(id: CellId): void {
    if (this.#kernel !== null) return this.#kernel.run(id);
    if (!this.#wanted.includes(id)) this.#wanted.push(id);
    this.#queue([id]);
  }

  runAll(): void {
    if (this.#kernel !== null) return this.#kernel.runAll();
    this.#wanted = ['all'];
    this.#queue(this.#snapshot.order);
  }

  stop(): void {
    if (this.#kernel !== null) return this.#kernel.stop();
    this.#unqueue();
    this.#set({ ...this.#snapshot, status: 'off' });
  }

  restart(): void {
    if (this.#kernel !== null) return this.#kernel.restart();
    this.stop();
  }

  edit(id: CellId, code: string): void {
    if (this.#kernel !== null) return this.#kernel.edit(id, code);
    this.#set(withCells(this.#snapshot, [id], { code }));
  }

  reset(id: CellId): void {
    if (this.#kernel !== null) return this.#kernel.reset(id);
    const original = this.#snapshot.cells[id]?.original;
    if (original !== undefined) this.edit(id, original);
  }

  chooseDevice(choice: DeviceChoice): void {
    if (this.#kernel !== null) return this.#kernel.chooseDevice(choice);
    this.#set({ ...this.#snapshot, choice });
  }

  dispose(): void {
    this.#disposed = true;
    this.#kernel?.dispose();
    this.#listeners.clear();
  }

  #queue(ids: readonly CellId[]): void {
    const queued = withCells(this.#snapshot, ids, { state: 'queued' });
    this.#set({ ...queued, status: 'starting', message: null });
    this.prepare();
  }

  #unqueue(): void {
    this.#wanted = [];
    this.#snapshot = withCells(this.#snapshot, this.#snapshot.order, { state: 'idle' });
  }

  #arrived(kernel: Kernel): void {
    if (this.#disposed) return kernel.dispose();
    const { cells, choice } = this.#snapshot;
    for (const { id, code, original } of Object.values(cells)) {
      if (code !== original) kernel.edit(id, code);
    }
    if (choice !== 'auto') kernel.chooseDevice(choice);
    if (this.#warm) kernel.warm();
    // A start opens the frame itself, and loads the worker in it at once.
    else if (this.#wanted.length === 0) kernel.prepare();
    for (const wanted of this.#wanted.splice(0)) {
      if (wanted === 'all') kernel.runAll();
      else kernel.run(wanted);
    }
    this.#kernel = kernel;
    kernel.subscribe(() => this.#notify());
    this.#notify();
  }

  #failed(error: unknown): void {
    this.#loading = null;
    const asked = this.#wanted.length > 0;
    this.#unqueue();
    // A fetch ahead of need that fails is nobody's concern yet.
    if (asked) this.#set({ ...this.#snapshot, status: 'failed', message: notLoaded(error) });
  }

  #set(snapshot: KernelSnapshot): void {
    this.#snapshot = snapshot;
    this.#notify();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

function notLoaded(error: unknown): string {
  const why = error instanceof Error ? ` (${error.message})` : '';
  return `The part of the page that runs code could not be loaded${why}. Check the connection, then press Run again.`;
}
