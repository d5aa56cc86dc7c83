import { describe, expect, it } from 'vitest';
import type { Drafts, DraftsNote } from '@/lib/drafts';
import type { CellSpec, Kernel, KernelSnapshot } from '@/lib/kernel/state';
import { initialSnapshot, withCells } from './initial-snapshot';
import { LessonStore } from './lesson-store';

const CELLS: CellSpec[] = [
  { id: 'load', title: 'Load', code: 'a' },
  { id: 'train', title: 'Train', code: 'b' },
];

/** Records what it is asked, and keeps code as a kernel does. */
function fakeKernel(cells: readonly CellSpec[]) {
  const calls: string[] = [];
  const listeners = new Set<() => void>();
  let snapshot: KernelSnapshot = initialSnapshot(cells);
  const set = (next: KernelSnapshot) => {
    snapshot = next;
    listeners.forEach((listener) => listener());
  };
  const kernel: Kernel = {
    subscribe: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
    getSnapshot: () => snapshot,
    run: (id) => void calls.push(`run ${id}`),
    runAll: () => void calls.push('run all'),
    stop: () => void calls.push('stop'),
    restart: () => void calls.push('restart'),
    edit: (id, code) => {
      calls.push(`edit ${id} ${code}`);
      set(withCells(snapshot, [id], { code }));
    },
    reset: (id) => {
      calls.push(`reset ${id}`);
      set(withCells(snapshot, [id], { code: snapshot.cells[id]!.original }));
    },
    chooseDevice: (choice) => void calls.push(`device ${choice}`),
    prepare: () => void calls.push('prepare'),
    warm: () => void calls.push('warm'),
    dispose: () => void calls.push('dispose'),
  };
  return { kernel, calls, set };
}

function fakeDrafts(saved: Record<string, string>) {
  const calls: string[] = [];
  const note: DraftsNote = { state: 'saved', text: 'Saved on this device' };
  const drafts: Drafts = {
    load: async () => saved,
    save: (id, code, original) => void calls.push(`save ${id} ${code} of ${original}`),
    remove: (id) => void calls.push(`remove ${id}`),
    flush: async () => void calls.push('flush'),
    subscribe: () => () => undefined,
    getNote: () => note,
    close: () => void calls.push('close'),
  };
  return { drafts, calls };
}

/** A promise settled from outside. */
function gate() {
  let resolve = () => undefined as void;
  let reject = (_reason: Error) => undefined as void;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve: () => resolve(), reject: (reason: Error) => reject(reason) };
}

type Setup = { saved?: Record<string, string>; patience?: () => Promise<void> };

/** A lesson whose kernel and drafts arrive when the test says so. */
function setUp({ saved = {}, patience = () => new Promise(() => undefined) }: Setup = {}) {
  const kernels: ReturnType<typeof fakeKernel>[] = [];
  const idle: (() => void)[] = [];
  const drafts = fakeDrafts(saved);
  const kernelCode = gate();
  const draftsCode = gate();
  const store = new LessonStore(
    { slug: 'lesson', seed: 1, cells: CELLS },
    {
      loadKernel: async () => {
        await kernelCode.promise;
        return ({ cells }) => {
          const made = fakeKernel(cells);
          kernels.push(made);
          return made.kernel;
        };
      },
      openDrafts: async () => {
        await draftsCode.promise;
        return drafts.drafts;
      },
      patience,
      whenIdle: (callback) => void idle.push(callback),
    },
  );
  return { store, idle, kernels, drafts, kernelCode, draftsCode };
}

/** Lets every settled promise run its callbacks. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('LessonStore', () => {
  it('asks for no kernel until the page is idle or it is needed, and starts nothing in it', async () => {
    const { store, idle, kernels, kernelCode, draftsCode } = setUp();
    store.open();
    kernelCode.resolve();
    draftsCode.resolve();
    await settle();
    expect(kernels).toHaveLength(0);
    idle.forEach((callback) => callback());
    await settle();
    expect(kernels.map((each) => each.calls)).toEqual([['prepare']]);
  });

  it('does not lose a Run pressed before the kernel is there', async () => {
    const { store, kernels, kernelCode, draftsCode } = setUp();
    store.open();
    draftsCode.resolve();
    store.run('train');
    store.run('load');
    expect(store.getSnapshot().kernel.cells['train']?.state).toBe('queued');
    expect(store.getSnapshot().kernel.status).toBe('starting');
    kernelCode.resolve();
    await settle();
    expect(kernels[0]?.calls).toEqual(['run train', 'run load']);
  });

  it('hands edits and the device over before the runs', async () => {
    const { store, kernels, kernelCode, draftsCode } = setUp();
    store.open();
    draftsCode.resolve();
    store.warm();
    store.runAll();
    store.edit('load', 'c');
    store.chooseDevice('cpu');
    kernelCode.resolve();
    await settle();
    expect(kernels[0]?.calls).toEqual(['edit load c', 'device cpu', 'warm', 'run all']);
  });

  it('forgets a Run that was stopped before the kernel came', async () => {
    const { store, kernels, kernelCode, draftsCode } = setUp();
    store.open();
    draftsCode.resolve();
    store.run('load');
    store.stop();
    expect(store.getSnapshot().kernel.cells['load']?.state).toBe('idle');
    kernelCode.resolve();
    await settle();
    expect(kernels[0]?.calls).toEqual(['prepare']);
  });

  it('says that the kernel could not be loaded, and tries again', async () => {
    const { store, kernelCode, draftsCode } = setUp();
    store.open();
    draftsCode.resolve();
    store.run('load');
    kernelCode.reject(new Error('offline'));
    await settle();
    const { kernel } = store.getSnapshot();
    expect(kernel.status).toBe('failed');
    expect(kernel.message).toContain('offline');
    expect(kernel.cells['load']?.state).toBe('idle');
    store.run('load');
    expect(store.getSnapshot().kernel.message).toBeNull();
  });

  it('runs the reader’s draft, not the lesson’s code', async () => {
    const { store, kernels, kernelCode, draftsCode } = setUp({
      saved: { load: 'mine', gone: 'x' },
    });
    store.open();
    store.run('load');
    kernelCode.resolve();
    await settle();
    expect(kernels).toHaveLength(0);
    draftsCode.resolve();
    await settle();
    expect(kernels[0]?.calls).toEqual(['edit load mine', 'run load']);
  });

  it('does not wait for the drafts for ever', async () => {
    const { store, kernels, kernelCode } = setUp({ patience: async () => undefined });
    store.open();
    store.run('load');
    kernelCode.resolve();
    await settle();
    expect(kernels[0]?.calls).toEqual(['run load']);
  });

  it('keeps what was typed before the drafts came, and saves it', async () => {
    const { store, drafts, draftsCode } = setUp({ saved: { load: 'old' } });
    store.open();
    store.edit('load', 'new');
    draftsCode.resolve();
    await settle();
    expect(store.getSnapshot().kernel.cells['load']?.code).toBe('new');
    expect(drafts.calls).toEqual(['save load new of a']);
  });

  it('saves edits, removes the draft of a cell that is as it was, and flushes before a run', async () => {
    const { store, drafts, draftsCode } = setUp();
    store.open();
    draftsCode.resolve();
    await settle();
    store.edit('load', 'x');
    store.run('load');
    store.edit('load', 'a');
    store.edit('train', 'y');
    store.reset('train');
    expect(drafts.calls).toEqual([
      'save load x of a',
      'flush',
      'remove load',
      'save train y of b',
      'remove train',
    ]);
  });

  it('can be opened again with the code as it was left', async () => {
    const { store, kernels, kernelCode, draftsCode } = setUp();
    kernelCode.resolve();
    draftsCode.resolve();
    const close = store.open();
    store.prepare();
    await settle();
    store.edit('load', 'mine');
    close();
    expect(kernels[0]?.calls.at(-1)).toBe('dispose');
    store.open();
    store.run('load');
    await settle();
    expect(kernels[1]?.calls).toEqual(['edit load mine', 'run load']);
  });

  it('closes its drafts, also those that come when it is closed already', async () => {
    const early = setUp();
    const close = early.store.open();
    early.draftsCode.resolve();
    await settle();
    close();
    expect(early.drafts.calls).toEqual(['close']);
    const late = setUp();
    late.store.open()();
    late.draftsCode.resolve();
    await settle();
    expect(late.drafts.calls).toEqual(['close']);
  });

  it('keeps the identity of a snapshot while nothing changes, and of the server’s always', () => {
    const { store } = setUp();
    store.open();
    const server = store.getServerSnapshot();
    expect(store.getSnapshot()).toBe(store.getSnapshot());
    store.edit('load', 'x');
    expect(store.getServerSnapshot()).toBe(server);
    expect(store.getSnapshot().kernel.cells['train']).toBe(
      store.getSnapshot().kernel.cells['train'],
    );
  });
});
