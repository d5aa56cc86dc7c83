import { describe, expect, it } from 'vitest';
import type { Block, KeptNotebook, Notebook } from './notebook';
import { NotebookStore } from './notebook-store';
import { browserShelf } from './shelf';
import { type FakeBrowser, fakeBrowser, fakePage, settle } from './testing/fake-world';

const ID = '0123456789abcdef';
const code = (id: string, text: string, title = ''): Block => ({ id, kind: 'code', title, text });

const NOTEBOOK: Notebook = {
  id: ID,
  title: 'An idea',
  seed: 7,
  blocks: [
    code('a', 'const a = 1;', 'Load'),
    { id: 't', kind: 'markdown', title: '', text: 'Some words' },
    code('b', 'a'),
  ],
  changed: 1,
};
const START: KeptNotebook = { ...NOTEBOOK, revision: 1 };

function setUp(
  notebook = START,
  from: 'shelf' | 'link' = 'shelf',
  browser: FakeBrowser = fakeBrowser(),
) {
  const page = fakePage(browserShelf(), browser);
  const store = new NotebookStore(notebook, from, page.effects);
  const blocks = () => store.getSnapshot().notebook.blocks;
  const ids = () =>
    blocks()
      .map(({ id }) => id)
      .join(' ');
  const cells = () => {
    const { order, cells: all } = store.getSnapshot().kernel;
    return order.map((id) => `${all[id]?.title}: ${all[id]?.code}`);
  };
  return { store, blocks, ids, cells, browser, ...page };
}

/** The same, with the notebook on the shelf. */
async function keptSetUp(browser: FakeBrowser = fakeBrowser()) {
  await browserShelf().write(NOTEBOOK, 0);
  return setUp(START, 'shelf', browser);
}

const onShelf = () => browserShelf().read(ID);

describe('a notebook on the page', () => {
  it('has its cells of code in the kernel, named by title or place', () => {
    const { cells, store } = setUp();
    expect(cells()).toEqual(['Load: const a = 1;', 'Cell 2: a']);
    expect(store.getSnapshot()).toMatchObject({ shared: false, drafts: { state: 'saved' } });
  });

  it('tells document and kernel at once of what changes', () => {
    const { store } = setUp();
    const seen: string[] = [];
    store.subscribe(() => {
      const { notebook, kernel } = store.getSnapshot();
      const wanted = notebook.blocks.filter(({ kind }) => kind === 'code').map(({ id }) => id);
      seen.push(`${wanted.join()} ${kernel.order.join()}`);
    });
    store.insert('code', 1);
    store.move('b', -1);
    store.remove('a');
    store.undoRemove();
    expect(seen.length).toBeGreaterThanOrEqual(4);
    for (const each of seen) {
      const [wanted, known] = each.split(' ');
      expect(known).toBe(wanted);
    }
  });

  it('edits code and texts, and only code is the kernel’s', () => {
    const { store, blocks, cells } = setUp();
    store.edit('b', 'a + 1');
    store.edit('t', 'Other words');
    store.retitle('b', 'Add\none');
    expect(cells()).toEqual(['Load: const a = 1;', 'Add one: a + 1']);
    expect(blocks()[1]?.text).toBe('Other words');
    store.reset();
    expect(cells()).toEqual(['Load: const a = 1;', 'Add one: a + 1']);
  });

  it('says where a cell is after it was moved, and not when it could not be', () => {
    const { store, ids } = setUp();
    store.move('a', 1);
    expect([ids(), store.getSnapshot().said]).toEqual(['t a b', 'Moved “Load” down, now 2 of 3']);
    store.move('t', -1);
    expect(ids()).toBe('t a b');
    store.move('b', -1);
    expect([ids(), store.getSnapshot().said]).toEqual(['t b a', 'Moved “Cell 2” up, now 2 of 3']);
  });

  it('gives a new cell the focus, and the next change takes it back', () => {
    const { store, blocks } = setUp();
    store.insert('markdown', 9);
    const last = blocks().at(-1);
    expect(last).toMatchObject({ kind: 'markdown', text: '' });
    expect(store.getSnapshot().added).toBe(last?.id);
    store.edit('b', 'x');
    expect(store.getSnapshot().added).toBeNull();
  });

  it('has room for so many cells, and says so', () => {
    const many = Array.from({ length: 500 }, (_, at) => code(`c${at}`, ''));
    const { store, blocks } = setUp({ ...START, blocks: many });
    store.insert('code', 0);
    expect(blocks()).toHaveLength(500);
    expect(store.getSnapshot().said).toContain('at most 500 cells');
  });

  it('starts the same kernel, whatever was changed before it was there', async () => {
    const { store, kernels } = setUp();
    store.edit('b', 'a + 2');
    store.insert('code', 0);
    store.prepare();
    await settle();
    expect(kernels[0]?.specs()).toEqual([
      expect.objectContaining({ title: 'Cell 1', code: '' }),
      { id: 'a', title: 'Load', code: 'const a = 1;' },
      { id: 'b', title: 'Cell 3', code: 'a + 2' },
    ]);
  });
});

describe('a deleted cell', () => {
  it('comes back with all that it was, until something else is changed', () => {
    const { store, blocks, ids } = setUp();
    const before = blocks();
    store.remove('a');
    expect(ids()).toBe('t b');
    expect(store.getSnapshot().removed).toMatchObject({ name: 'Load', at: 0 });
    store.undoRemove();
    expect(blocks()).toEqual(before);
    expect(store.getSnapshot()).toMatchObject({ removed: null, added: 'a' });

    store.remove('t');
    store.rename('Another');
    store.undoRemove();
    expect(ids()).toBe('a b');
  });

  it('has its outputs again, as from before', async () => {
    const { store, kernels } = setUp();
    store.prepare();
    await settle();
    const text = { kind: 'text' as const, text: 'shown' };
    kernels[0]?.change('a', { run: 1, state: 'done', outputs: [text] });
    store.remove('a');
    store.undoRemove();
    expect(store.getSnapshot().kernel.cells['a']).toMatchObject({
      state: 'stale',
      restored: 'deletion',
      outputs: [text],
    });
    kernels[0]?.change('a', { run: null, restored: 'visit' });
    store.remove('a');
    store.undoRemove();
    expect(store.getSnapshot().kernel.cells['a']?.restored).toBe('visit');
    store.remove('b');
    store.undoRemove();
    expect(kernels[0]?.calls).not.toContain('restore b');
  });
});

describe('what is kept of a notebook', () => {
  it('is all of it, soon after a change, and before a run', async () => {
    const { store, pause } = await keptSetUp();
    store.edit('b', 'a * 2');
    store.rename(' My  idea ');
    await pause();
    const blocks = START.blocks.map((block) =>
      block.id === 'b' ? { ...block, text: 'a * 2' } : block,
    );
    expect(await onShelf()).toEqual({
      ...NOTEBOOK,
      ...{ title: 'My idea', blocks, revision: 2, changed: store.getSnapshot().notebook.changed },
    });
    store.edit('b', 'a * 3');
    store.run('b');
    await settle();
    expect((await onShelf())?.blocks[2]?.text).toBe('a * 3');
  });

  it('shows what another tab made of it, in the kernel too', async () => {
    const browser = fakeBrowser();
    const first = await keptSetUp(browser);
    const second = setUp(START, 'shelf', browser);
    await settle();
    first.store.remove('a');
    first.store.edit('b', '7');
    await first.pause();
    expect(second.ids()).toBe('t b');
    expect(second.cells()).toEqual(['Cell 1: 7']);
    expect(second.store.getSnapshot().said).toContain('another tab');
  });

  it('becomes two where two tabs have changed it', async () => {
    const browser = fakeBrowser();
    const first = await keptSetUp(browser);
    const second = setUp(START, 'shelf', browser);
    first.store.edit('b', 'first');
    second.store.edit('b', 'second');
    await first.pause();
    await settle();
    expect(second.store.getSnapshot().clash).not.toBeNull();
    second.store.keepMine();
    await second.pause();
    expect(second.store.getSnapshot()).toMatchObject({
      clash: null,
      notebook: { title: 'An idea (copy)' },
    });
    expect((await browserShelf().list()).map(({ title }) => title).sort()).toEqual([
      'An idea',
      'An idea (copy)',
    ]);
  });

  it('has its outputs on the next visit, though not as fresh', async () => {
    const browser = fakeBrowser();
    const first = await keptSetUp(browser);
    first.store.prepare();
    await settle();
    const text = { kind: 'text' as const, text: 'shown' };
    first.kernels[0]?.change('a', { run: 1, state: 'done', outputs: [text], ms: 3 });
    await first.store.close();
    await settle();
    const next = setUp(START, 'shelf', browser);
    await settle();
    expect(next.store.getSnapshot().kernel.cells['a']).toMatchObject({
      state: 'stale',
      outputs: [text],
    });
    expect(next.store.getSnapshot().kernel.cells['b']?.state).toBe('idle');
  });
});

describe('somebody’s notebook', () => {
  it('is not kept until it is asked for, whatever is done with it', async () => {
    const { store, pause, leave } = setUp({ ...START, revision: 0 }, 'link');
    expect(store.getSnapshot()).toMatchObject({ shared: true, drafts: { state: 'none' } });
    store.edit('b', 'scribble');
    await pause();
    leave();
    await settle();
    expect(await onShelf()).toBeNull();
    store.keepShared();
    await settle();
    expect(store.getSnapshot()).toMatchObject({ shared: false, drafts: { state: 'saved' } });
    expect((await onShelf())?.blocks[2]?.text).toBe('scribble');
    store.edit('b', 'mine');
    await pause();
    expect((await onShelf())?.blocks[2]?.text).toBe('mine');
  });
});

describe('the end of a notebook on the page', () => {
  it('keeps what was typed last, and lets go of everything', async () => {
    const { store, kernels } = await keptSetUp();
    store.prepare();
    await settle();
    let told = 0;
    store.subscribe(() => (told += 1));
    store.edit('b', 'last');
    const before = told;
    await Promise.all([store.close(), store.close()]);
    expect((await onShelf())?.blocks[2]?.text).toBe('last');
    expect(told).toBe(before);
    expect(kernels[0]?.calls.filter((call) => call === 'dispose')).toHaveLength(1);
  });
});
