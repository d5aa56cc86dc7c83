import { describe, expect, it } from 'vitest';
import { NotebookKeeper } from './keeper';
import type { KeptNotebook, Notebook } from './notebook';
import { browserShelf, type Shelf } from './shelf';
import { type FakeBrowser, fakeBrowser, fakePage, settle } from './testing/fake-world';

const ID = '0123456789abcdef';
const notebook = (title: string): Notebook => ({ id: ID, title, seed: 7, blocks: [], changed: 1 });

/** A tab with the notebook open at a revision; `shown`: what other tabs made of it. */
function tab(revision = 0, browser: FakeBrowser = fakeBrowser(), shelf: Shelf = browserShelf()) {
  const page = fakePage(shelf, browser);
  const shown: string[] = [];
  const notes: string[] = [];
  const keeper = new NotebookKeeper({ id: ID, revision }, page.effects, {
    onState: ({ note }) => notes.push(note.state),
    onTheirs: ({ title }: KeptNotebook) => shown.push(title),
  });
  return { keeper, shown, notes, shelf, ...page };
}

const titleOnShelf = async (id = ID) => (await browserShelf().read(id))?.title;

describe('a notebook that is changed', () => {
  it('is kept once for many keys, after the pause', async () => {
    const { keeper, timers, pause, notes } = tab();
    expect(keeper.state.note.state).toBe('none');
    for (const title of ['A', 'An', 'An i']) keeper.keep(notebook(title));
    expect(timers.size).toBe(1);
    expect(await titleOnShelf()).toBeUndefined();
    await pause();
    expect(await browserShelf().read(ID)).toMatchObject({ title: 'An i', revision: 1 });
    expect(notes.at(-1)).toBe('saved');
  });

  it('begins to be written at once when the page is left', async () => {
    const { keeper, leave } = tab();
    keeper.keep(notebook('typed'));
    leave();
    await settle();
    expect(await titleOnShelf()).toBe('typed');
  });

  it('is kept at the close, after which nothing is told', async () => {
    const { keeper, notes } = tab();
    keeper.keep(notebook('typed'));
    const told = notes.length;
    await keeper.close();
    expect(await titleOnShelf()).toBe('typed');
    expect(notes).toHaveLength(told);
  });

  it('is said not to be kept, and is tried again with the next change', async () => {
    let full = true;
    const good = browserShelf();
    const shelf: Shelf = {
      ...good,
      write: (...args) =>
        full ? Promise.reject(new DOMException('no', 'QuotaExceededError')) : good.write(...args),
    };
    const { keeper, pause } = tab(0, fakeBrowser(), shelf);
    keeper.keep(notebook('one'));
    await pause();
    expect(keeper.state.note).toMatchObject({
      state: 'refused',
      text: expect.stringMatching(/full/),
    });
    full = false;
    keeper.keep(notebook('two'));
    await pause();
    expect(keeper.state.note.state).toBe('saved');
    expect(await titleOnShelf()).toBe('two');
  });
});

describe('two tabs with one notebook', () => {
  async function both() {
    const browser = fakeBrowser();
    await browserShelf().write(notebook('start'), 0);
    const first = tab(1, browser);
    const second = tab(1, browser);
    await settle();
    return { browser, first, second };
  }

  it('say so to who came later, until one closes', async () => {
    const { first, second } = await both();
    expect(first.keeper.state.twice).toBe(false);
    expect(second.keeper.state.twice).toBe(true);
    await first.keeper.close();
    expect(second.keeper.state.twice).toBe(false);
  });

  it('follow each other while only one is written in', async () => {
    const { first, second } = await both();
    first.keeper.keep(notebook('from the first'));
    await first.pause();
    expect(second.shown).toEqual(['from the first']);
    second.keeper.keep(notebook('from the second'));
    await second.pause();
    expect(first.shown).toEqual(['from the second']);
    expect([first, second].map(({ keeper }) => keeper.state.clash)).toEqual([null, null]);
    expect(await titleOnShelf()).toBe('from the second');
  });

  it('never overwrite each other, though they hear nothing', async () => {
    const { browser, first, second } = await both();
    browser.deafen();
    first.keeper.keep(notebook('from the first'));
    second.keeper.keep(notebook('from the second'));
    await first.pause();
    await second.pause();
    expect(await titleOnShelf()).toBe('from the first');
    expect(second.keeper.state.clash?.theirs?.title).toBe('from the first');
    expect(second.keeper.state.note.text).toMatch(/two tabs/);
    second.keeper.keep(notebook('more from the second'));
    await second.keeper.flush();
    expect(await titleOnShelf()).toBe('from the first');
  });

  async function clashing() {
    const tabs = await both();
    tabs.first.keeper.keep(notebook('from the first'));
    tabs.second.keeper.keep(notebook('from the second'));
    await tabs.first.pause();
    await settle();
    expect(tabs.second.keeper.state.clash).not.toBeNull();
    return tabs;
  }

  it('settle it by a copy of mine, which is kept apart from then on', async () => {
    const { second } = await clashing();
    const copy = second.keeper.keepMine(notebook('from the second'));
    await settle();
    expect(copy.title).toBe('from the second (copy)');
    expect(copy.id).not.toBe(ID);
    expect(await titleOnShelf(copy.id)).toBe(copy.title);
    expect(await titleOnShelf()).toBe('from the first');
    second.keeper.keep({ ...copy, title: 'mine' });
    await second.pause();
    expect(await titleOnShelf(copy.id)).toBe('mine');
    expect(second.keeper.state).toMatchObject({ clash: null, note: { state: 'saved' } });
  });

  it('settle it by what the other has, which can be changed from then on', async () => {
    const { second } = await clashing();
    await second.keeper.takeTheirs();
    expect(second.shown).toEqual(['from the first']);
    second.keeper.keep(notebook('both'));
    await second.pause();
    expect(await titleOnShelf()).toBe('both');
    expect(await browserShelf().list()).toHaveLength(1);
  });

  it('lose nothing when the page ends before it is settled', async () => {
    const { second } = await clashing();
    second.leave();
    await settle();
    second.keeper.keep(notebook('from the second, and more'));
    second.leave();
    await settle();
    const titles = (await browserShelf().list()).map(({ title }) => title);
    expect(titles.sort()).toEqual(['from the first', 'from the second (copy)']);
    await second.keeper.takeTheirs();
    expect(await browserShelf().list()).toHaveLength(1);
  });

  it('see on coming back what happened meanwhile', async () => {
    const { browser, first, second } = await both();
    browser.deafen();
    first.keeper.keep(notebook('from the first'));
    await first.pause();
    expect(second.shown).toEqual([]);
    second.comeBack();
    await settle();
    expect(second.shown).toEqual(['from the first']);
  });

  it('are told that it was removed, and can bring it back as their own', async () => {
    const { second } = await both();
    await browserShelf().remove(ID);
    second.comeBack();
    await settle();
    expect(second.keeper.state.clash).toEqual({ theirs: null });
    const copy = second.keeper.keepMine(notebook('start'));
    await settle();
    expect(await titleOnShelf(copy.id)).toBe('start (copy)');
  });
});
