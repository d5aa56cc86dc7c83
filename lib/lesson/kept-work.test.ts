import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/lib/drafts/testing/test-browser';
import type { CellSpec } from '@/lib/kernel/state';
import type { LessonStore } from './lesson-store';
import { CELLS, settle, visit } from './testing/visit';

const versions = ({ store }: { store: LessonStore }) => store.versions.getSnapshot();

describe('the lesson’s code has changed since the reader edited it', () => {
  const CHANGED: CellSpec[] = [
    { id: 'load', title: 'Load', code: 'load(2);' },
    { id: 'train', title: 'Train', code: 'train();' },
  ];

  async function edited(code: string) {
    const browser = testBrowser();
    const first = await visit(browser);
    first.store.edit('load', code);
    await first.leave();
    return browser;
  }

  it('keeps the reader’s code and says so, until they choose', async () => {
    const browser = await edited('mine();');
    const second = await visit(browser, CHANGED);
    expect(second.code('load')).toBe('mine();');
    const expected = { load: { cell: 'load', before: 'load();', now: 'load(2);' } };
    expect(versions(second).outdated).toEqual(expected);
    second.store.edit('load', 'mine(1);');
    await second.leave();
    expect(versions(await visit(browser, CHANGED)).outdated).toEqual(expected);
  });

  it('is not asked again after “Keep mine”', async () => {
    const browser = await edited('mine();');
    const second = await visit(browser, CHANGED);
    second.store.versions.settleOutdated('load', 'mine');
    expect(versions(second).outdated).toEqual({});
    await second.leave();
    const third = await visit(browser, CHANGED);
    expect(third.code('load')).toBe('mine();');
    expect(versions(third).outdated).toEqual({});
  });

  it('takes the new code, and keeps the reader’s in the history', async () => {
    const browser = await edited('mine();');
    const second = await visit(browser, CHANGED);
    second.store.versions.settleOutdated('load', 'new');
    expect(second.code('load')).toBe('load(2);');
    await settle();
    expect(await second.history('load')).toEqual(['mine();']);
    await second.leave();
    expect((await visit(browser, CHANGED)).code('load')).toBe('load(2);');
  });

  it('says nothing where the reader wrote what the lesson has become', async () => {
    const browser = await edited('load(2);');
    const second = await visit(browser, CHANGED);
    expect(versions(second).outdated).toEqual({});
    await second.leave();
    const third = await visit(browser, CELLS);
    expect(third.code('load')).toBe('load();');
  });

  it('follows the lesson in a cell that was reset', async () => {
    const browser = await edited('mine();');
    const second = await visit(browser);
    second.store.reset('load');
    await second.leave();
    const third = await visit(browser, CHANGED);
    expect(third.code('load')).toBe('load(2);');
    expect(third.store.getSnapshot().drafts.state).toBe('none');
  });

  it('lists code whose cell is gone, until it is removed', async () => {
    const browser = await edited('mine();');
    const rest = CELLS.slice(1);
    const second = await visit(browser, rest);
    expect(versions(second).left).toMatchObject([{ cell: 'load', code: 'mine();' }]);
    expect((await visit(browser, CELLS)).code('load')).toBe('mine();');
    second.store.versions.removeLeft('load');
    expect(versions(second).left).toEqual([]);
    await second.leave();
    expect(versions(await visit(browser, rest)).left).toEqual([]);
  });

  it('keeps code whose cell is gone when the reader starts over, since no cell has it in its history', async () => {
    const browser = await edited('mine();');
    const rest = CELLS.slice(1);
    const one = await visit(browser, rest);
    one.store.versions.startOver();
    await settle();
    expect(versions(one).left).toMatchObject([{ cell: 'load', code: 'mine();' }]);
    await one.leave();
    expect(versions(await visit(browser, rest)).left).toMatchObject([{ code: 'mine();' }]);
  });
});

describe('a reset', () => {
  it('can be undone until the next change, and is in the history after that', async () => {
    const browser = testBrowser();
    const one = await visit(browser);
    one.store.edit('load', 'mine();');
    one.store.reset('load');
    expect(versions(one).undoable).toEqual({ load: 'mine();' });
    one.store.versions.undoReset('load');
    expect(one.code('load')).toBe('mine();');
    one.store.reset('load');
    one.store.edit('load', 'other();');
    expect(versions(one).undoable).toEqual({});
    await settle();
    expect(await one.history('load')).toEqual(['mine();']);
    expect(versions(one).kept).toEqual({ load: true });
  });
});

describe('going back', () => {
  it('makes a version of what was there', async () => {
    const one = await visit(testBrowser());
    one.store.edit('load', 'first();');
    one.store.run('load');
    one.store.edit('load', 'second();');
    await settle();
    const [first] = await one.store.versions.history('load');
    one.store.versions.goBackTo('load', first!);
    await settle();
    expect(one.code('load')).toBe('first();');
    expect(await one.history('load')).toEqual(['second();']);
  });
});

describe('another tab', () => {
  it('is followed where nothing waits here, which is said until it is seen', async () => {
    const browser = testBrowser();
    const [a, b] = [await visit(browser), await visit(browser)];
    a.store.edit('load', 'of a');
    await a.tab.pass(300);
    await settle();
    expect(b.code('load')).toBe('of a');
    expect(versions(b).followed).toEqual({ load: true });
    b.store.versions.dismissFollowed('load');
    expect(versions(b).followed).toEqual({});
  });

  it('is held against what waits here', async () => {
    const browser = testBrowser();
    const [a, b] = [await visit(browser), await visit(browser)];
    b.store.edit('load', 'of b');
    a.store.edit('load', 'of a');
    await a.tab.pass(300);
    await settle();
    expect(b.code('load')).toBe('of b');
    expect(versions(b).conflicts).toMatchObject({ load: { theirs: { code: 'of a' } } });
    b.store.versions.settleConflict('load', 'theirs');
    expect(b.code('load')).toBe('of a');
    expect(versions(b).conflicts).toEqual({});
    expect(versions(b).followed).toEqual({});
    await settle();
    expect(await b.history('load')).toEqual(['of b']);
  });
});

describe('outputs', () => {
  it('are on the page of the next visit, with the time and the controls', async () => {
    const browser = testBrowser();
    const one = await visit(browser);
    await one.ran('load', 'loaded');
    const made = browser.clock.now - 1_000;
    one.store.setControl('load', 'rate', 0.5);
    await one.leave();
    browser.clock.now += 60_000;
    const two = await visit(browser);
    expect(two.store.getSnapshot().kernel.cells['load']).toMatchObject({
      ...{ restored: 'visit', state: 'stale', controls: { rate: 0.5 } },
      outputs: [{ kind: 'text', text: 'loaded' }],
    });
    expect(two.store.getSnapshot().kernel.cells['train']?.restored).toBeNull();
    expect(versions(two).visited['load']).toBeGreaterThanOrEqual(made);
    expect(versions(two).visited['load']).toBeLessThan(browser.clock.now - 50_000);
  });

  it('keep the code that made them, though it was edited since', async () => {
    const browser = testBrowser();
    const one = await visit(browser);
    await one.ran('load', 'loaded');
    one.store.edit('load', 'edited();');
    one.kernels.at(-1)!.change('load', { state: 'stale' });
    one.store.setControl('load', 'rate', 0.5);
    await one.leave();
    const [saved] = await browser.tab().work.outputs.load();
    expect(saved?.keepsake).toMatchObject({ code: 'load();', controls: { rate: 0.5 } });
  });

  it('that were put back keep their time when a control is moved', async () => {
    const browser = testBrowser();
    const one = await visit(browser);
    await one.ran('load', 'loaded');
    await one.leave();
    const [first] = await browser.tab().work.outputs.load();
    browser.clock.now += 60_000;
    const two = await visit(browser);
    two.store.setControl('load', 'rate', 0.5);
    await two.leave();
    const [second] = await browser.tab().work.outputs.load();
    expect(second).toMatchObject({ saved: first!.saved, keepsake: { controls: { rate: 0.5 } } });
  });
});

describe('starting over', () => {
  it('leaves the lesson as it was at first, in this tab and the next visit, but for the history', async () => {
    const browser = testBrowser();
    const one = await visit(browser);
    const other = await visit(browser);
    one.store.edit('load', 'mine();');
    await one.ran('load', 'loaded');
    one.store.versions.startOver();
    await settle();
    await one.tab.pass(2_000);
    expect(one.code('load')).toBe('load();');
    expect(one.store.getSnapshot().kernel.cells['load']?.outputs).toEqual([]);
    expect(await one.history('load')).toEqual(['mine();']);
    expect(other.code('load')).toBe('load();');
    await one.leave();
    const two = await visit(browser);
    expect(two.code('load')).toBe('load();');
    expect(two.store.getSnapshot().kernel.cells['load']?.restored).toBeNull();
    two.store.edit('load', 'again();');
    expect(two.code('load')).toBe('again();');
  });
});

describe('code from a file', () => {
  it('takes the place of the reader’s, which stays in the history', async () => {
    const one = await visit(testBrowser());
    one.store.edit('load', 'mine();');
    one.store.replace({ load: 'from the file', unknown: 'x' });
    await settle();
    expect(one.code('load')).toBe('from the file');
    expect(await one.history('load')).toEqual(['mine();']);
  });
});
