import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/lib/drafts/testing/test-browser';
import { LessonStore } from './lesson-store';
import { CELLS, settle, visit, type Browser } from './testing/visit';

describe('somebody else’s code', () => {
  const SHARED = { train: 'theirs();' };

  async function withOwn() {
    const browser = testBrowser();
    const own = await visit(browser);
    own.store.edit('load', 'mine();');
    own.store.edit('train', 'mine(2);');
    await own.ran('load', 'my output');
    await own.leave();
    return browser;
  }

  const stored = async (browser: Browser) =>
    (await browser.tab().work.drafts.load()).map(({ cell, code }) => [cell, code]);

  it.each(['before the page opens', 'later'])(
    'is shown %s, and nothing of it is kept',
    async (when) => {
      const browser = await withOwn();
      const before = await stored(browser);
      const page = await visit(browser, CELLS, when === 'later' ? null : SHARED);
      if (when === 'later') page.store.viewShared(SHARED);
      await settle();
      const { shared, kernel } = page.store.getSnapshot();
      expect(shared).toBe(true);
      expect([page.code('load'), page.code('train')]).toEqual(['load();', 'theirs();']);
      expect(Object.values(kernel.cells).some(({ restored }) => restored !== null)).toBe(false);
      page.store.edit('train', 'theirs(1);');
      page.store.prepare();
      await settle();
      await page.ran('train', 'their output');
      await page.leave();
      expect(await stored(browser)).toEqual(before);
      const saved = await browser.tab().work.outputs.load();
      expect(saved.map(({ cell }) => cell)).toEqual(['load']);
    },
  );

  it('gives way to the reader’s own again', async () => {
    const browser = await withOwn();
    const page = await visit(browser, CELLS, SHARED);
    page.store.leaveShared();
    await settle();
    expect(page.store.getSnapshot().shared).toBe(false);
    expect([page.code('load'), page.code('train')]).toEqual(['mine();', 'mine(2);']);
    expect(page.store.getSnapshot().kernel.cells['load']?.restored).toBe('visit');
    page.store.edit('load', 'mine(3);');
    await page.leave();
    expect(await stored(browser)).toContainEqual(['load', 'mine(3);']);
  });

  it('becomes the reader’s when they keep it; theirs goes to the history', async () => {
    const browser = await withOwn();
    const page = await visit(browser, CELLS, SHARED);
    page.store.edit('train', 'theirs(1);');
    page.store.keepShared();
    await settle();
    expect(page.store.getSnapshot().shared).toBe(false);
    expect(await page.history('load')).toContain('mine();');
    expect(await page.history('train')).toContain('mine(2);');
    await page.leave();
    const again = await visit(browser);
    expect([again.code('load'), again.code('train')]).toEqual(['load();', 'theirs(1);']);
  });

  it('may be kept before the reader’s own work has come', async () => {
    const browser = await withOwn();
    const tab = browser.tab();
    const store = new LessonStore(
      { slug: 'lesson', seed: 1, cells: CELLS },
      {
        loadKernel: () => new Promise(() => undefined),
        openWork: async () => tab.work,
        patience: () => new Promise(() => undefined),
        atFirstSign: () => undefined,
        ahead: () => 'sandbox',
        now: () => browser.clock.now,
      },
    );
    store.viewShared(SHARED);
    store.open();
    store.keepShared();
    await settle();
    await tab.pass(300);
    expect(await stored(browser)).toContainEqual(['train', 'theirs();']);
    expect((await store.versions.history('train')).map(({ code }) => code)).toContain('mine(2);');
  });
});
