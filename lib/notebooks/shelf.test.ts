import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Notebook } from './notebook';
import { browserShelf } from './shelf';

const notebook = (fields: Partial<Notebook> = {}): Notebook => ({
  id: '0123456789abcdef',
  title: 'An idea',
  seed: 7,
  blocks: [{ id: 'a', kind: 'code', title: '', text: '1' }],
  changed: 1,
  ...fields,
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('the shelf', () => {
  it('gives back what was kept, each time as one more revision', async () => {
    const shelf = browserShelf();
    expect(await shelf.read(notebook().id)).toBeNull();
    expect(await shelf.write(notebook(), 0)).toBe(true);
    expect(await shelf.write(notebook({ title: 'Another' }), 1)).toBe(true);
    expect(await browserShelf().read(notebook().id)).toEqual({
      ...notebook({ title: 'Another' }),
      revision: 2,
    });
  });

  it('refuses who has not seen the last revision, and changes nothing', async () => {
    const [mine, theirs] = [browserShelf(), browserShelf()];
    await mine.write(notebook(), 0);
    expect(await theirs.write(notebook({ title: 'Theirs' }), 1)).toBe(true);
    expect(await mine.write(notebook({ title: 'Mine' }), 1)).toBe(false);
    expect(await theirs.write(notebook({ title: 'Theirs again' }), 2)).toBe(true);
    expect(await mine.write(notebook({ title: 'Mine' }), 1)).toBe(false);
    expect(await mine.write(notebook({ title: 'Mine' }), 0)).toBe(false);
    expect(await mine.read(notebook().id)).toMatchObject({ title: 'Theirs again', revision: 3 });
  });

  it('refuses who writes a removed one, and takes it back from who removed it', async () => {
    const shelf = browserShelf();
    await shelf.write(notebook(), 0);
    const revision = await shelf.remove(notebook().id);
    expect(revision).toBe(2);
    expect(await shelf.read(notebook().id)).toBeNull();
    expect(await shelf.write(notebook(), 1)).toBe(false);
    expect(await shelf.read(notebook().id)).toBeNull();
    expect(await shelf.write(notebook(), 2)).toBe(true);
    expect(await shelf.remove('ffffffffffffffff')).toBeNull();
  });

  it('still refuses after many revisions', async () => {
    const shelf = browserShelf();
    for (let known = 0; known < 520; known++) await shelf.write(notebook(), known);
    expect(await shelf.write(notebook({ title: 'Old' }), 300)).toBe(false);
    expect(await shelf.read(notebook().id)).toMatchObject({ title: 'An idea', revision: 520 });
  });

  it('lists the last changed first, without what is in them', async () => {
    const shelf = browserShelf();
    const second = 'fedcba9876543210';
    await shelf.write(notebook({ changed: 10 }), 0);
    await shelf.write(notebook({ id: second, title: 'Newer', changed: 20, blocks: [] }), 0);
    expect(await shelf.list()).toEqual([
      { id: second, title: 'Newer', changed: 20, cells: 0 },
      { id: notebook().id, title: 'An idea', changed: 10, cells: 1 },
    ]);
  });

  it('knows which was opened last', async () => {
    const shelf = browserShelf();
    expect(await shelf.last()).toBeNull();
    await shelf.setLast('a');
    await shelf.setLast('b');
    expect(await browserShelf().last()).toBe('b');
  });

  it('says why it keeps nothing', async () => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
    await expect(browserShelf().write(notebook(), 0)).rejects.toThrow();
  });
});
