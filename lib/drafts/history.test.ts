import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { browserStores } from './effects';
import { testBrowser, type Tab } from './testing/test-browser';

const codes = async ({ work }: Tab) => (await work.history.list('train')).map(({ code }) => code);

describe('the history of a cell', () => {
  it('keeps what the reader arrived at, not what was typed on the way', async () => {
    const tab = testBrowser().tab();
    for (const code of ['a', 'ab', 'abc']) {
      tab.work.drafts.save('train', code, '');
      await tab.pass(29_000);
    }
    expect(await codes(tab)).toEqual([]);
    await tab.pass(1_000);
    expect(await codes(tab)).toEqual(['abc']);
    await tab.pass(60_000);
    expect(await codes(tab)).toEqual(['abc']);
  });

  it('keeps what is run, and what the page is left with, newest first, with its time', async () => {
    const browser = testBrowser();
    const tab = browser.tab();
    tab.work.drafts.save('train', 'run', '');
    tab.work.history.settle('train');
    browser.clock.now += 10;
    tab.work.drafts.save('train', 'left', '');
    tab.leave();
    await tab.settled();
    const { now } = browser.clock;
    expect(await tab.work.history.list('train')).toEqual([
      { code: 'left', changed: now },
      { code: 'run', changed: now - 10 },
    ]);
  });

  it('folds a state that is kept again, by this tab or another', async () => {
    const browser = testBrowser();
    const [a, b] = [browser.tab(), browser.tab()];
    for (const { work, settled } of [a, a, b]) {
      work.history.keep('train', { code: 'same' });
      await settled();
    }
    expect(await codes(a)).toEqual(['same']);
    expect(await browserStores().versions.read('lesson', 'train')).toHaveLength(1);
  });

  it('knows from the start which cells of this lesson have one', async () => {
    const browser = testBrowser();
    const other = browser.tab('another');
    other.work.history.keep('plot', { code: 'x' });
    const tab = browser.tab();
    tab.work.history.keep('train', { code: 'a' });
    tab.work.history.keep('train', { code: 'b' });
    await tab.settled();
    const again = browser.tab();
    await again.work.history.load();
    expect(again.work.history.cells()).toEqual({ train: true });
  });

  it('has nothing to keep of a cell that is as the lesson has it', async () => {
    const tab = testBrowser().tab();
    tab.work.drafts.save('train', 'x', 'lesson');
    tab.work.drafts.save('train', 'lesson', 'lesson');
    await tab.pass(60_000);
    expect(await codes(tab)).toEqual([]);
  });

  it('holds fifty at most', async () => {
    const browser = testBrowser();
    const tab = browser.tab();
    for (let at = 0; at < 60; at++) {
      browser.clock.now += 1_000;
      tab.work.history.keep('train', { code: `version ${at}` });
      await tab.settled();
    }
    const kept = await codes(tab);
    expect(kept).toHaveLength(50);
    expect(kept.slice(0, 25)).toEqual([...Array(25).keys()].map((at) => `version ${59 - at}`));
    expect(kept.at(-1)).toBe('version 0');
  });
});

describe('the database', () => {
  it('takes over the drafts of its first version', async () => {
    const browser = testBrowser();
    const first = await openDB('layerwise', 1, {
      upgrade(database) {
        const drafts = database.createObjectStore('drafts', { keyPath: ['lesson', 'cell'] });
        drafts.createIndex('lesson', 'lesson');
      },
    });
    const draft = { lesson: 'lesson', cell: 'train', code: 'old', original: '', changed: 5 };
    await first.put('drafts', draft);
    first.close();
    const tab = browser.tab();
    expect(await tab.work.drafts.load()).toEqual([draft]);
    tab.work.drafts.save('train', 'new', '');
    await tab.settled();
    expect(await browserStores().drafts.read('lesson')).toMatchObject([{ code: 'new' }]);
  });
});
