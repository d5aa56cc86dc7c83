import { describe, expect, it } from 'vitest';
import { fromNotebook } from '@/lib/export';
import { decodeShare, encodeShare, isShareFragment } from '@/lib/share';
import type { Wanted } from './address';
import { NotebookDesk } from './desk';
import type { Notebook } from './notebook';
import { toShare } from './notebook-share';
import { browserShelf, type Shelf } from './shelf';
import { fakeBrowser, fakePage, settle } from './testing/fake-world';

const ONE = '1111111111111111';
const TWO = '2222222222222222';

const notebook = (id: string, title: string, changed = 1): Notebook => ({
  ...{ id, title, seed: 7, changed },
  blocks: [{ id: 'a', kind: 'code', title: '', text: `'${title}'` }],
});

const refuse = () => Promise.reject(new DOMException('no', 'SecurityError'));
const REFUSING: Shelf = {
  ...{ list: refuse, read: refuse, write: refuse, remove: refuse, last: refuse, setLast: refuse },
};

/** The page's address, with a history to go back through. */
function fakeAddress(start: Wanted) {
  const history = [start];
  let change = () => {};
  return {
    history,
    address: {
      read: () => history.at(-1)!,
      show(id: string | null, how: 'add' | 'replace') {
        const now = history.at(-1)!;
        if (now.open === id && now.fragment === '') return;
        if (how === 'replace') history.pop();
        history.push({ open: id, fragment: '' });
      },
      onChange(callback: () => void) {
        change = callback;
        return () => {
          change = () => {};
        };
      },
    },
    go(wanted: Wanted) {
      history.push(wanted);
      change();
      return settle();
    },
    back() {
      history.pop();
      change();
      return settle();
    },
  };
}

async function setUp(
  start: Partial<Wanted> = {},
  kept: readonly Notebook[] = [],
  other: Partial<Shelf> = {},
) {
  const browser = fakeBrowser();
  const shelf = browserShelf();
  for (const each of kept) await shelf.write(each, 0);
  const page = fakePage({ ...shelf, ...other }, browser);
  const place = fakeAddress({ open: null, fragment: '', ...start });
  // A link is unpacked outside of the test's own time.
  const links: Promise<unknown>[] = [];
  const readLink = (fragment: string) => {
    const link = isShareFragment(fragment) ? decodeShare(fragment) : Promise.resolve(null);
    links.push(link);
    return link;
  };
  const desk = new NotebookDesk({ ...page.effects, address: place.address, readLink });
  const stop = desk.start();
  const shown = async () => {
    await Promise.allSettled(links);
    await settle();
  };
  await shown();
  const open = () => {
    const { view } = desk.getSnapshot();
    if (view.kind !== 'open') throw new Error(`The page shows ${view.kind}.`);
    return view.store;
  };
  const title = () => open().getSnapshot().notebook.title;
  return { desk, shelf, open, title, stop, page, shown, ...place };
}

describe('the page of notebooks', () => {
  it('begins with a blank one, which is kept and named in the address once it is changed', async () => {
    const { open, title, shelf, page, history } = await setUp();
    expect(title()).toBe('Untitled notebook');
    expect(open().getSnapshot().notebook.blocks).toMatchObject([{ kind: 'code', text: '' }]);
    await page.pause();
    expect([await shelf.list(), history]).toEqual([[], [{ open: null, fragment: '' }]]);
    open().edit(open().getSnapshot().notebook.blocks[0]!.id, '1');
    await page.pause();
    const { id } = open().getSnapshot().notebook;
    expect((await shelf.list()).map((entry) => entry.id)).toEqual([id]);
    expect(history).toEqual([{ open: id, fragment: '' }]);
    expect(await shelf.last()).toBe(id);
  });

  it('shows the one that was opened last, or the newest where that is gone', async () => {
    const { title, shelf } = await setUp({}, [notebook(ONE, 'One', 1), notebook(TWO, 'Two', 2)]);
    expect(title()).toBe('Two');
    expect(await shelf.last()).toBe(TWO);
  });

  it('shows the one that the address names, and follows it', async () => {
    const { title, desk, history, go, back } = await setUp({ open: ONE }, [
      notebook(ONE, 'One'),
      notebook(TWO, 'Two'),
    ]);
    expect(title()).toBe('One');
    await desk.open(TWO);
    expect([title(), history.at(-1)?.open]).toEqual(['Two', TWO]);
    await back();
    expect(title()).toBe('One');
    const before = desk.getSnapshot().view;
    await go({ open: ONE, fragment: '#t-note-1' });
    expect(desk.getSnapshot().view).toBe(before);
    await go({ open: 'ffffffffffffffff', fragment: '' });
    expect(desk.getSnapshot().view.kind).toBe('missing');
  });

  it('keeps what was typed in one before another is shown', async () => {
    const { open, desk, shelf } = await setUp({ open: ONE }, [
      notebook(ONE, 'One'),
      notebook(TWO, 'Two'),
    ]);
    open().edit('a', 'typed');
    await desk.open(TWO);
    await settle();
    expect((await shelf.read(ONE))?.blocks[0]?.text).toBe('typed');
  });

  it('can be gone back from a new one', async () => {
    const { desk, title, back } = await setUp({ open: ONE }, [notebook(ONE, 'One')]);
    desk.create();
    expect(title()).toBe('Untitled notebook');
    await back();
    expect(title()).toBe('One');
  });

  it('duplicates', async () => {
    const { desk, title, shelf, open } = await setUp({ open: ONE }, [notebook(ONE, 'One')]);
    desk.duplicate();
    await settle();
    expect(title()).toBe('One (copy)');
    expect((await shelf.list()).map((entry) => entry.title)).toEqual(['One (copy)', 'One']);
    expect(open().getSnapshot().notebook.seed).toBe(7);
  });

  it('deletes, and brings back', async () => {
    const { desk, title, shelf, page, open, history } = await setUp({ open: ONE }, [
      notebook(ONE, 'One'),
      notebook(TWO, 'Two'),
    ]);
    await desk.remove();
    expect(desk.getSnapshot().view).toMatchObject({ kind: 'removed', notebook: { title: 'One' } });
    expect(desk.getSnapshot().entries.map((entry) => entry.title)).toEqual(['Two']);
    desk.undoRemove();
    await settle();
    expect([title(), (await shelf.read(ONE))?.title]).toEqual(['One', 'One']);
    expect(history.at(-1)?.open).toBe(ONE);
    open().rename('One again');
    await page.pause();
    expect((await shelf.read(ONE))?.title).toBe('One again');
  });

  it('makes a notebook of a file, and says what was left out', async () => {
    const { desk, title, shelf } = await setUp();
    const file = JSON.stringify({
      ...{ nbformat: 4, nbformat_minor: 5, metadata: { language_info: { name: 'python' } } },
      cells: [{ cell_type: 'code', metadata: {}, source: 'import os', outputs: [] }],
    });
    desk.openFile(fromNotebook(file), 'analysis.ipynb');
    await settle();
    expect(title()).toBe('analysis');
    expect(await shelf.list()).toHaveLength(1);
    const { view } = desk.getSnapshot();
    expect(view.kind === 'open' && view.notices.join(' ')).toContain('Python');
  });

  it('shows a link’s notebook without keeping it, until it is asked to', async () => {
    const fragment = await encodeShare(toShare(notebook(TWO, 'Theirs')));
    const { desk, title, open, shelf, page, history } = await setUp({ fragment }, [
      notebook(ONE, 'One'),
    ]);
    expect([title(), open().getSnapshot().shared]).toEqual(['Theirs', true]);
    open().edit('a', 'scribble');
    await page.pause();
    expect((await shelf.list()).map((entry) => entry.title)).toEqual(['One']);
    expect(history.at(-1)?.fragment).toBe(fragment);
    open().keepShared();
    await settle();
    const { id } = open().getSnapshot().notebook;
    expect(history.at(-1)).toEqual({ open: id, fragment: '' });
    expect((await shelf.list()).map((entry) => entry.title).sort()).toEqual(['One', 'Theirs']);
    expect(desk.getSnapshot().entries).toHaveLength(2);
  });

  it('leaves a link’s notebook on the page when the reader goes to a note in it, and back', async () => {
    const fragment = await encodeShare(toShare(notebook(TWO, 'Theirs')));
    const { desk, open, go, back, shown } = await setUp({ fragment }, [notebook(ONE, 'One')]);
    open().edit('a', 'scribble');
    const before = desk.getSnapshot().view;
    await go({ open: null, fragment: '#a-note-1' });
    await shown();
    expect(desk.getSnapshot().view).toBe(before);
    await back();
    await shown();
    expect(desk.getSnapshot().view).toBe(before);
    expect(open().getSnapshot().notebook.blocks[0]?.text).toBe('scribble');
  });

  it('leaves a link’s notebook for the reader’s own', async () => {
    const fragment = await encodeShare(toShare(notebook(TWO, 'Theirs')));
    const { desk, title, go, shown } = await setUp({}, [notebook(ONE, 'One')]);
    await go({ open: null, fragment });
    await shown();
    expect(title()).toBe('Theirs');
    await desk.openMine();
    expect(title()).toBe('One');
  });

  it('says what a link is that it can’t open', async () => {
    const broken = await setUp({ fragment: '#code=v1.broken' });
    expect(broken.desk.getSnapshot().view).toMatchObject({ kind: 'refused', lesson: null });
    const share = {
      version: 1 as const,
      lesson: 'neural-networks',
      cells: [{ id: 'a', code: '1' }],
    };
    const fragment = await encodeShare(share);
    const lesson = await setUp({ fragment });
    expect(lesson.desk.getSnapshot().view).toMatchObject({
      kind: 'refused',
      lesson: `/learn/neural-networks${fragment}`,
    });
  });

  it('still works in a browser that stores nothing, and says so', async () => {
    const { open, page, desk } = await setUp({}, [], REFUSING);
    const { view } = desk.getSnapshot();
    expect(view.kind === 'open' && view.notices).toEqual([expect.stringContaining('does not let')]);
    open().edit(open().getSnapshot().notebook.blocks[0]!.id, '1');
    await page.pause();
    expect(open().getSnapshot().drafts).toMatchObject({ state: 'refused' });
    await desk.remove();
    desk.undoRemove();
    expect(open().getSnapshot().notebook.blocks[0]?.text).toBe('1');
  });

  it('ends with what was typed kept, and can begin again', async () => {
    const { open, stop, desk, shelf, title } = await setUp({ open: ONE }, [notebook(ONE, 'One')]);
    open().rename('Renamed');
    stop();
    await settle();
    expect((await shelf.read(ONE))?.title).toBe('Renamed');
    expect(desk.getSnapshot().view.kind).toBe('opening');
    desk.start();
    await settle();
    expect(title()).toBe('Renamed');
  });
});
