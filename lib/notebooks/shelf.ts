import type { DBSchema, IDBPDatabase } from 'idb';
import { lateDatabase, type Opener } from '@/lib/drafts/late-database';
import type { KeptNotebook, Notebook } from './notebook';

/** A notebook in the list of all. */
export type NotebookEntry = Pick<Notebook, 'id' | 'title' | 'changed'> & { cells: number };

/** Where notebooks are kept. Every method may reject: private windows refuse, disks fill up. */
export type Shelf = {
  /** The last changed first. */
  list(): Promise<NotebookEntry[]>;
  read(id: string): Promise<KeptNotebook | null>;
  /**
   * Keeps the notebook as the revision after `known`: the one that the writer last read or wrote, 0 for none.
   * False, and nothing is changed, when somebody else has kept that revision already.
   */
  write(notebook: Notebook, known: number): Promise<boolean>;
  /** The revision that its removal counts as, from which `write` can bring it back; null where there was none. */
  remove(id: string): Promise<number | null>;
  /** The notebook that was last opened. */
  last(): Promise<string | null>;
  setLast(id: string): Promise<void>;
};

/** `revisions`: a mark for each revision that somebody kept, by which a second writer of the same one is refused. */
interface Schema extends DBSchema {
  notebooks: { key: string; value: KeptNotebook };
  revisions: { key: [string, number]; value: { id: string; revision: number } };
  state: { key: string; value: string };
}
type Database = IDBPDatabase<Schema>;

const NAME = 'layerwise-notebooks';
const VERSION = 1;
/** A tab that is further behind than this has been told of newer revisions long before it writes. */
const MARKS_KEPT = 500;
const LAST = 'last';

/** Notebooks in IndexedDB, one record for each, in a database of their own. Opened at first use. */
export function browserShelf(): Shelf {
  const open = opener();
  return {
    async list() {
      const all = await (await open()).getAll('notebooks');
      return all
        .map(({ id, title, changed, blocks }) => ({ id, title, changed, cells: blocks.length }))
        .sort((a, b) => b.changed - a.changed);
    },
    async read(id) {
      return (await (await open()).get('notebooks', id)) ?? null;
    },
    async write(notebook, known) {
      return write(await open(), notebook, known + 1);
    },
    async remove(id) {
      return remove(await open(), id);
    },
    async last() {
      return (await (await open()).get('state', LAST)) ?? null;
    },
    async setLast(id) {
      await (await open()).put('state', id, LAST);
    },
  };
}

/**
 * Asks nothing before it writes: this may be the page's last act, when no answer arrives any more, so the mark that
 * is there already has to refuse the whole transaction.
 */
async function write(database: Database, notebook: Notebook, revision: number): Promise<boolean> {
  const { id } = notebook;
  const transaction = database.transaction(['notebooks', 'revisions'], 'readwrite', {
    durability: 'strict',
  });
  const [notebooks, revisions] = [
    transaction.objectStore('notebooks'),
    transaction.objectStore('revisions'),
  ];
  const requests = [
    revisions.add({ id, revision }),
    notebooks.put({ ...notebook, revision }),
    revisions.delete(IDBKeyRange.bound([id, 0], [id, Math.max(0, revision - MARKS_KEPT)])),
  ];
  // A transaction commits by itself only while its page lives.
  transaction.commit();
  const [added] = await Promise.allSettled([...requests, transaction.done]);
  if (added?.status === 'rejected' && nameOf(added.reason) === 'ConstraintError') return false;
  await Promise.all([...requests, transaction.done]);
  return true;
}

async function remove(database: Database, id: string): Promise<number | null> {
  const transaction = database.transaction(['notebooks', 'revisions'], 'readwrite');
  const notebooks = transaction.objectStore('notebooks');
  const stored = await notebooks.get(id);
  if (stored === undefined) return null;
  const revision = stored.revision + 1;
  await Promise.all([
    notebooks.delete(id),
    transaction.objectStore('revisions').add({ id, revision }),
    transaction.done,
  ]);
  return revision;
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}

function opener(): Opener<Schema> {
  return lateDatabase<Schema>(NAME, VERSION, (database) => {
    database.createObjectStore('notebooks', { keyPath: 'id' });
    database.createObjectStore('revisions', { keyPath: ['id', 'revision'] });
    database.createObjectStore('state');
  });
}
