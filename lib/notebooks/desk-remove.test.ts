import { describe, expect, it } from 'vitest';
import type { Keepsake } from '@/lib/kernel/state';
import { NotebookDesk } from './desk';
import type { Notebook } from './notebook';
import { browserShelf, type Shelf } from './shelf';
import { fakeBrowser, fakePage, settle } from './testing/fake-world';

const ONE = '1111111111111111';
const TWO = '2222222222222222';

const notebook = (id: string, title: string): Notebook => ({
  ...{ id, title, seed: 7, changed: 1 },
  blocks: [{ id: 'a', kind: 'code', title: '', text: `'${title}'` }],
});

const SHOWN: Keepsake = {
  ...{ code: "'One'", figures: {}, error: null, ms: 3, device: 'cpu', memory: null },
  outputs: [{ kind: 'text', text: 'shown' }],
  controls: { pad: new Float32Array([0, 0.5, 1]) },
};

/** A call that is under way until the test answers it. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

/** The page with the notebook One open, beside which there is Two. */
async function setUp(change: (shelf: Shelf) => Partial<Shelf> = () => ({})) {
  const browser = fakeBrowser();
  const shelf = browserShelf();
  await shelf.write(notebook(ONE, 'One'), 0);
  await shelf.write(notebook(TWO, 'Two'), 0);
  const page = fakePage({ ...shelf, ...change(shelf) }, browser);
  let shown: string | null = ONE;
  const address = {
    read: () => ({ open: shown, fragment: '' }),
    show: (id: string | null) => void (shown = id),
    onChange: () => () => {},
  };
  const work = await page.effects.openWork(`notebook ${ONE}`);
  work.outputs.save('a', SHOWN, 5);
  await work.outputs.flush();
  const desk = new NotebookDesk({ ...page.effects, address, readLink: async () => null });
  const stop = desk.start();
  await settle();
  const kinds: string[] = [];
  desk.subscribe(() => kinds.push(desk.getSnapshot().view.kind));
  const view = () => {
    const { view } = desk.getSnapshot();
    if (view.kind !== 'open') throw new Error(`The page shows ${view.kind}.`);
    return view;
  };
  const title = () => view().store.getSnapshot().notebook.title;
  const titles = async () => (await shelf.list()).map((entry) => entry.title).sort();
  const kept = () => work.outputs.load();
  return { desk, view, title, titles, kinds, kept, page, shelf, stop, address: () => shown };
}

describe('a notebook that is deleted', () => {
  it('stays, as it was, where the browser refuses; the page says so, and it can be tried again', async () => {
    const refusals = [new DOMException('no', 'UnknownError'), new DOMException('no', 'AbortError')];
    const { desk, view, titles, kept, page, shelf, address } = await setUp((own) => ({
      remove: (id) => (refusals.length > 0 ? Promise.reject(refusals.pop()!) : own.remove(id)),
    }));
    const { store } = view();
    await desk.remove();
    await desk.remove();
    expect(view().store).toBe(store);
    expect(view().notices).toEqual([expect.stringContaining('“One” could not be deleted')]);
    expect([await titles(), address()]).toEqual([['One', 'Two'], ONE]);
    expect(await kept()).toHaveLength(1);
    store.edit('a', 'typed');
    await page.pause();
    expect((await shelf.read(ONE))?.blocks[0]?.text).toBe('typed');
    await desk.remove();
    expect([desk.getSnapshot().view.kind, await titles()]).toEqual(['removed', ['Two']]);
  });

  it('does not take the page from another that was opened meanwhile', async () => {
    const { open, opened } = gate();
    const { desk, title, titles, kinds, kept, address } = await setUp((own) => ({
      remove: (id) => opened.then(() => own.remove(id)),
    }));
    const removing = desk.remove();
    await desk.open(TWO);
    open();
    await removing;
    await settle();
    expect([title(), address(), await titles()]).toEqual(['Two', TWO, ['Two']]);
    expect(kinds).not.toContain('removed');
    expect(desk.getSnapshot().entries).toHaveLength(1);
    expect(await kept()).toEqual([]);
  });

  it('does not show in the place of another that is being opened', async () => {
    const { open, opened } = gate();
    const { desk, title, titles, kinds, address } = await setUp((own) => ({
      read: (id) => (id === TWO ? opened.then(() => own.read(id)) : own.read(id)),
    }));
    const [removing, opening] = [desk.remove(), desk.open(TWO)];
    await removing;
    expect([await titles(), address()]).toEqual([['Two'], TWO]);
    open();
    await opening;
    await settle();
    expect([title(), address()]).toEqual(['Two', TWO]);
    expect(kinds).not.toContain('removed');
  });

  it.each(['before', 'after'])(
    'says of itself %s another is there that the browser refused',
    async (when) => {
      const { open, opened } = gate();
      const { desk, title, view } = await setUp((own) => ({
        remove: () => (when === 'after' ? opened : Promise.resolve()).then(() => Promise.reject()),
        read: (id) =>
          id === TWO && when === 'before' ? opened.then(() => own.read(id)) : own.read(id),
      }));
      const [removing, opening] = [desk.remove(), desk.open(TWO)];
      await (when === 'before' ? removing : opening);
      open();
      await Promise.all([removing, opening]);
      expect([title(), view().notices]).toEqual([
        'Two',
        [expect.stringContaining('“One” could not be deleted')],
      ]);
    },
  );

  it('is deleted once, however often that is pressed', async () => {
    const { desk, title, titles } = await setUp();
    await Promise.all([desk.remove(), desk.remove()]);
    desk.undoRemove();
    await settle();
    expect([title(), await titles()]).toEqual(['One', ['One', 'Two']]);
  });

  it('comes back with what was typed meanwhile, and leaves no copy', async () => {
    const { open, opened } = gate();
    const { desk, view, titles, page } = await setUp((own) => ({
      remove: async (id) => {
        const revision = await own.remove(id);
        await opened;
        return revision;
      },
    }));
    const removing = desk.remove();
    await settle();
    view().store.edit('a', 'typed');
    await page.pause();
    open();
    await removing;
    expect(await titles()).toEqual(['Two']);
    desk.undoRemove();
    await settle();
    expect(view().store.getSnapshot().notebook.blocks[0]?.text).toBe('typed');
    expect(await titles()).toEqual(['One', 'Two']);
  });
});

describe('what the cells of a deleted notebook showed', () => {
  it('is gone with it, so that a tab which closes leaves nothing', async () => {
    const { desk, kept } = await setUp();
    expect(await kept()).toHaveLength(1);
    await desk.remove();
    await settle();
    expect(await kept()).toEqual([]);
  });

  it('comes back with it, positions of controls included, and is kept again', async () => {
    const { desk, view, kept, stop } = await setUp();
    await desk.remove();
    desk.undoRemove();
    await settle();
    const { outputs, controls } = SHOWN;
    expect(view().store.getSnapshot().kernel.cells['a']).toMatchObject({ outputs, controls });
    expect(await kept()).toMatchObject([{ cell: 'a', keepsake: SHOWN, saved: 5 }]);
    stop();
    await settle();
    expect(await kept()).toHaveLength(1);
  });

  it('is kept again even if another notebook is opened at once', async () => {
    const { desk, kept, title } = await setUp();
    await desk.remove();
    desk.undoRemove();
    await desk.open(TWO);
    await settle();
    expect(title()).toBe('Two');
    expect(await kept()).toHaveLength(1);
  });
});
