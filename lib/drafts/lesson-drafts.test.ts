import { describe, expect, it, vi } from 'vitest';
import type { Keepsake } from '@/lib/kernel/state';
import { browserStores } from './effects';
import { refusing, testBrowser, type Tab } from './testing/test-browser';

/** The changed code of a lesson as a tab would put it on the page. */
async function loaded({ work }: Tab): Promise<Record<string, string>> {
  const drafts = await work.drafts.load();
  const changed = drafts.filter(({ code, original }) => code !== original);
  return Object.fromEntries(changed.map(({ cell, code }) => [cell, code]));
}

const KEEPSAKE: Keepsake = {
  ...{ code: 'a', outputs: [], figures: {}, error: null, ms: 12, device: 'cpu' },
  ...{ memory: null, controls: {} },
};

describe('drafts', () => {
  it('come back after a reload, each lesson its own', async () => {
    const browser = testBrowser();
    const first = browser.tab('networks');
    first.work.drafts.save('train', 'let a = 1;', 'let a = 0;');
    first.work.drafts.save('plot', 'show.text("x");', '');
    await first.settled();
    const other = browser.tab('filters');
    other.work.drafts.save('train', 'let b = 2;', '');
    await other.settled();

    const again = browser.tab('networks');
    expect(await loaded(again)).toEqual({ train: 'let a = 1;', plot: 'show.text("x");' });
    expect(again.work.getNote().state).toBe('saved');
  });

  it('keep the code that they were made from, and when', async () => {
    const browser = testBrowser();
    const { work, settled } = browser.tab('networks');
    work.drafts.save('train', 'let a = 1;', 'let a = 0;');
    await settled();
    expect(await browserStores().drafts.read('networks')).toMatchObject([
      {
        ...{ lesson: 'networks', cell: 'train', code: 'let a = 1;', original: 'let a = 0;' },
        changed: browser.clock.now,
      },
    ]);
  });

  it('are kept when the page ends while an older write goes on, which is called off', async () => {
    const browser = testBrowser();
    const stores = browserStores();
    const write = vi.spyOn(stores.drafts, 'write');
    const tab = browser.tab('lesson', stores);
    tab.work.drafts.save('train', 'first', '');
    await tab.settled();
    tab.work.drafts.save('train', 'older', '');
    void tab.work.drafts.flush();
    await Promise.resolve();
    tab.work.drafts.save('train', 'newest', '');
    tab.leave();
    await tab.settled();
    expect(await write.mock.results[1]?.value).toBeNull();
    expect(tab.work.getNote().state).toBe('saved');
    expect(await loaded(browser.tab('lesson'))).toEqual({ train: 'newest' });
  });

  it('are written once for many keys, within the pause', async () => {
    const browser = testBrowser();
    const stores = browserStores();
    const write = vi.spyOn(stores.drafts, 'write');
    const tab = browser.tab('lesson', stores);
    for (const code of ['a', 'ab', 'abc']) {
      tab.work.drafts.save('train', code, '');
      browser.clock.now += 100;
    }
    expect(write).not.toHaveBeenCalled();
    await tab.pass(0);
    expect(write).toHaveBeenCalledTimes(1);
    expect(await loaded(tab)).toEqual({ train: 'abc' });
  });

  it('are on their way at once when the page is left, without a question to the database', async () => {
    const browser = testBrowser();
    const stores = browserStores();
    await stores.drafts.read('lesson');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    const tab = browser.tab('lesson', stores);
    tab.work.drafts.save('train', 'abc', '');
    tab.leave();
    // A page that ends runs what is queued in this turn, and no event after it.
    await Promise.resolve();
    await Promise.resolve();
    expect(put).toHaveBeenCalledTimes(1);
    put.mockRestore();
    await tab.settled();
  });

  it('are kept at the close, which lets go of the page', async () => {
    const browser = testBrowser();
    const tab = browser.tab();
    const states: string[] = [];
    tab.work.subscribe(() => states.push(tab.work.getNote().state));
    tab.work.drafts.save('train', 'abc', '');
    tab.work.close();
    await tab.settled();
    expect(states).toEqual(['saving']);
    expect(await loaded(browser.tab())).toEqual({ train: 'abc' });
  });

  it('are no changes any more once the cell is as the lesson has it', async () => {
    const browser = testBrowser();
    const tab = browser.tab();
    tab.work.drafts.save('train', 'a', 'lesson');
    await tab.settled();
    tab.work.drafts.save('train', 'lesson', 'lesson');
    await tab.settled();
    const again = browser.tab();
    expect(await loaded(again)).toEqual({});
    expect(again.work.getNote().state).toBe('none');
  });

  it('say saving, then saved', async () => {
    const tab = testBrowser().tab();
    const states: string[] = [];
    tab.work.drafts.subscribe(() => states.push(tab.work.drafts.getNote().state));
    tab.work.drafts.save('train', 'a', '');
    tab.work.drafts.save('train', 'ab', '');
    await tab.settled();
    expect(states).toEqual(['saving', 'saved']);
  });

  it('never let an older write end last', async () => {
    const kept: string[] = [];
    const gates: (() => void)[] = [];
    const slow = browserStores().drafts;
    const tab = testBrowser().tab('lesson', {
      drafts: {
        ...slow,
        write: async (changes) => {
          await new Promise<void>((open) => gates.push(open));
          kept.push(changes[0]?.draft.code ?? '');
          return [];
        },
      },
    });
    tab.work.drafts.save('train', 'old', '');
    const first = tab.work.drafts.flush();
    tab.work.drafts.save('train', 'new', '');
    const second = tab.work.drafts.flush();
    expect(gates).toHaveLength(1);
    gates[0]?.();
    await first;
    await vi.waitFor(() => expect(gates).toHaveLength(2));
    gates[1]?.();
    await second;
    expect(kept).toEqual(['old', 'new']);
    expect(tab.work.getNote().state).toBe('saved');
  });
});

describe('a browser that refuses', () => {
  it.each([
    ['QuotaExceededError', /full/],
    ['SecurityError', /does not let/],
    ['UnknownError', /could not save/],
  ])('is said in a sentence (%s), and the page keeps the changes', async (name, words) => {
    const tab = testBrowser().tab('lesson', refusing(name));
    expect(await loaded(tab)).toEqual({});
    tab.work.drafts.save('train', 'a', '');
    await tab.settled();
    expect(tab.work.getNote()).toMatchObject({
      state: 'refused',
      text: expect.stringMatching(words),
    });
    expect(tab.work.drafts.newest()).toMatchObject([{ cell: 'train', code: 'a' }]);
  });

  it('is asked again at the next change, with everything that waits', async () => {
    const browser = testBrowser();
    const { drafts } = browserStores();
    let full = true;
    const tab = browser.tab('lesson', {
      drafts: {
        ...drafts,
        write: (changes) =>
          full
            ? Promise.reject(new DOMException('no', 'QuotaExceededError'))
            : drafts.write(changes),
      },
    });
    tab.work.drafts.save('train', 'a', '');
    await tab.settled();
    full = false;
    tab.work.drafts.save('plot', 'b', '');
    await tab.settled();
    expect(tab.work.getNote().state).toBe('saved');
    expect(await loaded(browser.tab())).toEqual({ train: 'a', plot: 'b' });
  });

  it('may refuse the history or the outputs alone, which is told apart', async () => {
    const full = refusing('QuotaExceededError');
    const tab = testBrowser().tab('lesson', { versions: full.versions });
    tab.work.history.keep('train', { code: 'a' });
    await tab.settled();
    expect(tab.work.getNote().text).toMatch(/full.*Earlier versions of your code stay/);
    const other = testBrowser().tab('lesson', { outputs: full.outputs });
    await other.work.outputs.clear();
    expect(other.work.getNote().text).toMatch(/full.*What the cells show stays/);
  });

  it('keeps versions and outputs that it refused as soon as it keeps a change again', async () => {
    const browser = testBrowser();
    const room = browserStores();
    const none = refusing('QuotaExceededError');
    let full = true;
    const tab = browser.tab('lesson', {
      drafts: { ...room.drafts, write: (changes) => (full ? none : room).drafts.write(changes) },
      versions: { ...room.versions, add: (records) => (full ? none : room).versions.add(records) },
      outputs: { ...room.outputs, write: (records) => (full ? none : room).outputs.write(records) },
    });
    tab.work.drafts.save('train', 'a', '');
    tab.work.history.settle('train');
    tab.work.outputs.save('train', KEEPSAKE, 7);
    await tab.pass(1_000);
    expect(await tab.work.history.list('train')).toMatchObject([{ code: 'a' }]);
    expect(await room.versions.read('lesson', 'train')).toEqual([]);

    full = false;
    tab.work.drafts.save('train', 'b', '');
    await tab.settled();
    expect(tab.work.getNote().state).toBe('saved');
    expect(await browser.tab().work.history.list('train')).toMatchObject([{ code: 'a' }]);
    expect(await browser.tab().work.outputs.load()).toMatchObject([{ cell: 'train', saved: 7 }]);
  });

  it('may have no IndexedDB at all', async () => {
    const tab = testBrowser().tab();
    Reflect.deleteProperty(globalThis, 'indexedDB');
    expect(await loaded(tab)).toEqual({});
    expect(tab.work.getNote().state).toBe('refused');
  });
});
