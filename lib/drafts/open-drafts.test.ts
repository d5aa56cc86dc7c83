import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserStore, type DraftStore } from './draft-store';
import { openDrafts } from './open-drafts';

/** A page whose clock and end are the test's to decide. */
function page(store: DraftStore = browserStore()) {
  const timers: (() => void)[] = [];
  const leaving: (() => void)[] = [];
  const effects = {
    store,
    now: () => 1_700_000_000_000,
    after(ms: number, callback: () => void) {
      expect(ms).toBeLessThanOrEqual(300);
      timers.push(callback);
      return () => void timers.splice(timers.indexOf(callback), 1);
    },
    onLeave(callback: () => void) {
      leaving.push(callback);
      return () => void leaving.splice(leaving.indexOf(callback), 1);
    },
  };
  const pause = () => timers.splice(0).forEach((callback) => callback());
  const leave = () => leaving.forEach((callback) => callback());
  return { effects, timers, leaving, pause, leave };
}

function refusing(name: string): DraftStore {
  const refuse = () => Promise.reject(new DOMException('no', name));
  return { read: refuse, write: refuse };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('drafts', () => {
  it('come back after a reload, each lesson its own', async () => {
    const first = openDrafts('networks', page().effects);
    first.save('train', 'let a = 1;', 'let a = 0;');
    first.save('plot', 'show.text("x");');
    await first.flush();
    const other = openDrafts('filters', page().effects);
    other.save('train', 'let b = 2;');
    await other.flush();

    const again = openDrafts('networks', page().effects);
    expect(await again.load()).toEqual({ train: 'let a = 1;', plot: 'show.text("x");' });
    expect(again.getNote().state).toBe('saved');
  });

  it('keep the code that they were made from, and when', async () => {
    const drafts = openDrafts('networks', page().effects);
    drafts.save('train', 'let a = 1;', 'let a = 0;');
    await drafts.flush();
    expect(await browserStore().read('networks')).toEqual([
      {
        lesson: 'networks',
        cell: 'train',
        code: 'let a = 1;',
        original: 'let a = 0;',
        changed: 1_700_000_000_000,
      },
    ]);
  });

  it('are written once for many keys, after the pause', async () => {
    const store = browserStore();
    const write = vi.spyOn(store, 'write');
    const { effects, timers, pause } = page(store);
    const drafts = openDrafts('networks', effects);
    for (const code of ['a', 'ab', 'abc']) drafts.save('train', code);
    expect(timers).toHaveLength(1);
    expect(write).not.toHaveBeenCalled();
    pause();
    await drafts.flush();
    expect(write).toHaveBeenCalledTimes(1);
    expect(await drafts.load()).toEqual({ train: 'abc' });
  });

  it('start to be written at once when the page is left', () => {
    const store = browserStore();
    const write = vi.spyOn(store, 'write');
    const { effects, leave } = page(store);
    openDrafts('networks', effects).save('train', 'abc');
    leave();
    expect(write).toHaveBeenCalledTimes(1);
  });

  it('are kept at the close, which lets go of the page', async () => {
    const { effects, leaving } = page();
    const drafts = openDrafts('networks', effects);
    const states: string[] = [];
    drafts.subscribe(() => states.push(drafts.getNote().state));
    drafts.save('train', 'abc');
    drafts.close();
    await drafts.flush();
    expect(leaving).toEqual([]);
    expect(states).toEqual(['saving']);
    expect(await openDrafts('networks', page().effects).load()).toEqual({ train: 'abc' });
  });

  it('are gone after remove, also when the save was not written yet', async () => {
    const drafts = openDrafts('networks', page().effects);
    drafts.save('train', 'a');
    drafts.save('plot', 'b');
    await drafts.flush();
    drafts.remove('train');
    expect(await drafts.load()).toEqual({ plot: 'b' });
    drafts.save('plot', 'c');
    drafts.remove('plot');
    await drafts.flush();
    expect(await openDrafts('networks', page().effects).load()).toEqual({});
  });

  it('never let an older write end last', async () => {
    const kept: string[] = [];
    const gates: (() => void)[] = [];
    const slow: DraftStore = {
      read: () => Promise.resolve([]),
      write: async (_lesson, changes) => {
        await new Promise<void>((open) => gates.push(open));
        kept.push(changes[0]?.draft?.code ?? '');
      },
    };
    const drafts = openDrafts('networks', page(slow).effects);
    drafts.save('train', 'old');
    const first = drafts.flush();
    drafts.save('train', 'new');
    const second = drafts.flush();
    expect(gates).toHaveLength(1);
    gates[0]?.();
    await first;
    expect(drafts.getNote().state).toBe('saving');
    await vi.waitFor(() => expect(gates).toHaveLength(2));
    gates[1]?.();
    await second;
    expect(kept).toEqual(['old', 'new']);
    expect(drafts.getNote().state).toBe('saved');
  });

  it('say saving, then saved', async () => {
    const drafts = openDrafts('networks', page().effects);
    const states: string[] = [];
    drafts.subscribe(() => states.push(drafts.getNote().state));
    drafts.save('train', 'a');
    drafts.save('train', 'ab');
    await drafts.flush();
    expect(states).toEqual(['saving', 'saved']);
  });
});

describe('a browser that refuses', () => {
  it.each([
    ['QuotaExceededError', /full/],
    ['SecurityError', /does not let/],
    ['UnknownError', /could not save/],
  ])('is said in a sentence (%s), and the page keeps the changes', async (name, words) => {
    const drafts = openDrafts('networks', page(refusing(name)).effects);
    expect(await drafts.load()).toEqual({});
    drafts.save('train', 'a');
    await drafts.flush();
    expect(drafts.getNote()).toMatchObject({
      state: 'refused',
      text: expect.stringMatching(words),
    });
    expect(await drafts.load()).toEqual({ train: 'a' });
  });

  it('is asked again at the next change, with everything that waits', async () => {
    const good = browserStore();
    let full = true;
    const store: DraftStore = {
      read: good.read,
      write: (lesson, changes) =>
        full
          ? Promise.reject(new DOMException('no', 'QuotaExceededError'))
          : good.write(lesson, changes),
    };
    const drafts = openDrafts('networks', page(store).effects);
    drafts.save('train', 'a');
    await drafts.flush();
    full = false;
    drafts.save('plot', 'b');
    await drafts.flush();
    expect(drafts.getNote().state).toBe('saved');
    expect(await openDrafts('networks', page().effects).load()).toEqual({ train: 'a', plot: 'b' });
  });

  it('may have no IndexedDB at all', async () => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
    const drafts = openDrafts('networks', page().effects);
    expect(await drafts.load()).toEqual({});
    expect(drafts.getNote().state).toBe('refused');
  });
});
