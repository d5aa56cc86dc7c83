import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/lib/drafts/testing/test-browser';
import type { CellSpec } from '@/lib/kernel/state';
import type { Ahead } from './ahead';
import { LessonStore } from './lesson-store';
import { fakeKernel } from './testing/fake-kernel';

const CELLS: CellSpec[] = [
  { id: 'load', title: 'Load', code: 'a' },
  { id: 'train', title: 'Train', code: 'b' },
];

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

type Setup = { saved?: Record<string, string>; patience?: () => Promise<void>; allowed?: Ahead };

/** A lesson whose kernel and drafts arrive when the test says so. */
async function setUp({
  saved = {},
  patience = () => new Promise(() => undefined),
  allowed = 'sandbox',
}: Setup = {}) {
  const kernels: ReturnType<typeof fakeKernel>[] = [];
  const signs: (() => void)[] = [];
  const browser = testBrowser();
  const before = browser.tab();
  for (const [id, code] of Object.entries(saved)) before.work.drafts.save(id, code, '');
  await before.settled();
  const tab = browser.tab();
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
      openWork: async () => {
        await draftsCode.promise;
        return tab.work;
      },
      patience,
      atFirstSign: (callback) => void signs.push(callback),
      ahead: () => allowed,
      now: () => browser.clock.now,
    },
  );
  return { store, signs, kernels, browser, tab, kernelCode, draftsCode };
}

/** Lets every settled promise run its callbacks. */
async function settle() {
  for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe('LessonStore', () => {
  it('asks for no kernel until there is a sign of a reader or it is needed, and starts nothing in it', async () => {
    const { store, signs, kernels, kernelCode, draftsCode } = await setUp();
    store.open();
    kernelCode.resolve();
    draftsCode.resolve();
    await settle();
    expect(kernels).toHaveLength(0);
    signs.forEach((callback) => callback());
    await settle();
    expect(kernels.map((each) => each.calls)).toEqual([['prepare']]);
  });

  it.each([
    ['sandbox', { page: 'prepare', cell: 'warm', run: 'warm' }],
    ['code', { page: 'prepare', cell: 'prepare', run: 'warm' }],
  ] as const)('gets ready for what the reader comes to, as far as %s', async (allowed, ready) => {
    for (const what of ['page', 'cell', 'run'] as const) {
      const { store, kernels, kernelCode, draftsCode } = await setUp({ allowed });
      store.open();
      kernelCode.resolve();
      draftsCode.resolve();
      store.approach(what);
      await settle();
      expect(
        kernels.map((each) => each.calls),
        what,
      ).toEqual([[ready[what]]]);
    }
  });

  it('fetches nothing before a press where each byte is paid for', async () => {
    const { store, signs, kernels, kernelCode, draftsCode } = await setUp({ allowed: 'nothing' });
    store.open();
    kernelCode.resolve();
    draftsCode.resolve();
    signs.forEach((callback) => callback());
    store.approach('cell');
    store.approach('run');
    await settle();
    expect(kernels).toHaveLength(0);
    store.run('load');
    await settle();
    expect(kernels.map((each) => each.calls)).toEqual([['run load']]);
  });

  it('does not lose a Run pressed before the kernel is there', async () => {
    const { store, kernels, kernelCode, draftsCode } = await setUp();
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
    const { store, kernels, kernelCode, draftsCode } = await setUp();
    store.open();
    draftsCode.resolve();
    store.approach('run');
    store.runAll();
    store.edit('load', 'c');
    store.chooseDevice('cpu');
    kernelCode.resolve();
    await settle();
    expect(kernels[0]?.calls).toEqual(['edit load c', 'device cpu', 'warm', 'run all']);
  });

  it('forgets a Run that was stopped before the kernel came', async () => {
    const { store, kernels, kernelCode, draftsCode } = await setUp();
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
    const { store, kernelCode, draftsCode } = await setUp();
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
    const { store, kernels, kernelCode, draftsCode } = await setUp({
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
    const { store, kernels, kernelCode } = await setUp({ patience: async () => undefined });
    store.open();
    store.run('load');
    kernelCode.resolve();
    await settle();
    expect(kernels[0]?.calls).toEqual(['run load']);
  });

  it('keeps what was typed before the drafts came; what was stored goes to the history', async () => {
    const { store, browser, draftsCode } = await setUp({ saved: { load: 'old' } });
    store.open();
    store.edit('load', 'new');
    draftsCode.resolve();
    await settle();
    expect(store.getSnapshot().kernel.cells['load']?.code).toBe('new');
    expect(await store.versions.history('load')).toMatchObject([{ code: 'old' }]);
    await settle();
    const [draft] = await browser.tab().work.drafts.load();
    expect(draft).toMatchObject({ code: 'old' });
    store.run('load');
    await settle();
    expect(await browser.tab().work.drafts.load()).toMatchObject([{ code: 'new', original: 'a' }]);
  });

  it('says that the part which keeps things could not be loaded', async () => {
    const { store, draftsCode } = await setUp();
    store.open();
    draftsCode.reject(new Error('offline'));
    await settle();
    expect(store.getSnapshot().drafts).toMatchObject({ state: 'refused' });
  });

  it('can be opened again with the code as it was left', async () => {
    const { store, kernels, kernelCode, draftsCode } = await setUp();
    kernelCode.resolve();
    draftsCode.resolve();
    const close = store.open();
    store.prepare();
    await settle();
    store.edit('load', 'mine');
    close();
    expect(kernels[0]?.calls.at(-1)).toBe('dispose');
    expect(store.getSnapshot().kernel.cells['load']?.code).toBe('mine');
    store.open();
    store.run('load');
    await settle();
    expect(kernels[1]?.calls).toEqual(['edit load mine', 'run load']);
  });

  it('keeps the identity of a snapshot while nothing changes, and of the server’s always', async () => {
    const { store } = await setUp();
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
