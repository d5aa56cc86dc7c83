import type { CellSpec, Keepsake, Kernel, KernelSnapshot, Restored } from '@/lib/kernel/state';
import type { CellId, ControlValue, DeviceChoice } from '@/lib/protocol';
import { initialSnapshot, withCells } from './initial-snapshot';
import { afterCall, atRest, passOn, withCall, type PageCall } from './page-call';

/** A button that was pressed before the kernel was there. */
type Wanted =
  { press: 'run' | 'runTo' | 'trainOn'; id: CellId } | { press: 'runAll' | 'runStale'; id: null };

/**
 * A kernel that is fetched when it is first needed. Until then it shows what was asked of it in its snapshot, keeps
 * the changes of the page in `calls` and the buttons in `wanted`, and hands all of it over on arrival.
 */
export class LazyKernel implements Kernel {
  readonly #load: () => Promise<Kernel>;
  readonly #listeners = new Set<() => void>();
  /** The cells that their author has marked to run by themselves. */
  readonly #marked: Set<CellId>;
  #calls: readonly PageCall[] = [];
  #wanted: readonly Wanted[] = [];
  #snapshot: KernelSnapshot;
  #kernel: Kernel | null = null;
  #loading: Promise<void> | null = null;
  #warm = false;
  #disposed = false;

  constructor(cells: readonly CellSpec[], load: () => Promise<Kernel>) {
    this.#load = load;
    this.#snapshot = initialSnapshot(cells);
    this.#marked = new Set(cells.filter(({ automatic }) => automatic).map(({ id }) => id));
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

  // ---- Buttons ----

  run(id: CellId): void {
    if (this.#kernel !== null) return this.#kernel.run(id);
    this.#want({ press: 'run', id }, [id]);
  }

  runAll(): void {
    if (this.#kernel !== null) return this.#kernel.runAll();
    this.#wanted = [];
    this.#want({ press: 'runAll', id: null }, this.#snapshot.order);
  }

  runTo(id: CellId): void {
    if (this.#kernel !== null) return this.#kernel.runTo(id);
    const { order } = this.#snapshot;
    this.#want({ press: 'runTo', id }, order.slice(0, order.indexOf(id) + 1));
  }

  runStale(): void {
    if (this.#kernel !== null) return this.#kernel.runStale();
    const { order, cells } = this.#snapshot;
    const stale = order.filter((id) => cells[id]?.state === 'stale');
    if (stale.length > 0) this.#want({ press: 'runStale', id: null }, stale);
  }

  trainOn(id: CellId): void {
    if (this.#kernel !== null) return this.#kernel.trainOn(id);
    this.#want({ press: 'trainOn', id }, [id]);
  }

  /** Without a kernel nothing has trained yet. */
  trainFrom(id: CellId, step: number): void {
    this.#kernel?.trainFrom(id, step);
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

  // ---- Changes of the page ----

  edit(id: CellId, code: string): void {
    this.#call({ type: 'edit', id, code });
  }

  reset(id: CellId): void {
    if (this.#kernel !== null) return this.#kernel.reset(id);
    const original = this.#snapshot.cells[id]?.original;
    if (original !== undefined) this.edit(id, original);
  }

  setControl(id: CellId, key: string, value: ControlValue): void {
    this.#call({ type: 'control', id, key, value });
  }

  setAutomatic(id: CellId, automatic: boolean | null): void {
    this.#call({ type: 'automatic', id, automatic, marked: this.#marked.has(id) });
  }

  restore(id: CellId, keepsake: Keepsake, from: Restored): void {
    this.#call({ type: 'restore', id, keepsake, from });
  }

  insert(spec: CellSpec, at: number): void {
    this.#call({ type: 'insert', id: spec.id, spec, at });
    if (spec.automatic) this.#marked.add(spec.id);
  }

  remove(id: CellId): void {
    this.#call({ type: 'remove', id });
    this.#marked.delete(id);
    this.#wanted = this.#wanted.filter((wanted) => wanted.id !== id);
  }

  move(id: CellId, to: number): void {
    this.#call({ type: 'move', id, to });
  }

  rename(id: CellId, title: string): void {
    this.#call({ type: 'rename', id, title });
  }

  setOriginal(id: CellId, original: string): void {
    this.#call({ type: 'original', id, original });
  }

  watchVariables(on: boolean): void {
    if (this.#kernel !== null) return this.#kernel.watchVariables(on);
    if (on === (this.#snapshot.variables !== null)) return;
    this.#set({ ...this.#snapshot, variables: on ? [] : null });
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

  // ---- The kernel's arrival ----

  #call(call: PageCall): void {
    if (this.#kernel !== null) return passOn(this.#kernel, call);
    const page = afterCall(this.#snapshot, call);
    if (page === this.#snapshot) return;
    this.#calls = withCall(this.#calls, call);
    this.#set(page);
  }

  #want(wanted: Wanted, queued: readonly CellId[]): void {
    const isWanted = ({ press, id }: Wanted) => press === wanted.press && id === wanted.id;
    if (!this.#wanted.some(isWanted)) this.#wanted = [...this.#wanted, wanted];
    const page = withCells(this.#snapshot, queued, { state: 'queued', because: null });
    this.#set({ ...page, status: 'starting', message: null });
    this.prepare();
  }

  #unqueue(): void {
    this.#wanted = [];
    this.#snapshot = atRest(this.#snapshot, this.#snapshot.order);
  }

  #arrived(kernel: Kernel): void {
    if (this.#disposed) return kernel.dispose();
    const { choice, variables } = this.#snapshot;
    for (const call of this.#calls) passOn(kernel, call);
    if (choice !== 'auto') kernel.chooseDevice(choice);
    if (variables !== null) kernel.watchVariables(true);
    if (this.#warm) kernel.warm();
    // A start opens the frame itself, and loads the worker in it at once.
    else if (this.#wanted.length === 0) kernel.prepare();
    for (const wanted of this.#wanted) press(kernel, wanted);
    this.#kernel = kernel;
    this.#calls = this.#wanted = [];
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

function press(kernel: Kernel, { press, id }: Wanted): void {
  if (id === null) kernel[press]();
  else kernel[press](id);
}

function notLoaded(error: unknown): string {
  const why = error instanceof Error ? ` (${error.message})` : '';
  return `The part of the page that runs code could not be loaded${why}. Check the connection, then press Run again.`;
}
