import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { CellId } from '@/lib/protocol';

/** What a reader made of one cell. */
export type Draft = {
  lesson: string;
  cell: CellId;
  code: string;
  /** The lesson's code that it was made from; empty where the caller did not say. */
  original: string;
  /** Milliseconds since 1970. */
  changed: number;
};

/** A change to keep; null in place of a draft removes it. */
export type Change = { cell: CellId; draft: Draft | null };

/** Where drafts are kept. Every method may reject: private windows refuse, disks fill up. */
export type DraftStore = {
  read(lesson: string): Promise<Draft[]>;
  /** All of the changes or none. */
  write(lesson: string, changes: readonly Change[]): Promise<void>;
};

interface Schema extends DBSchema {
  drafts: { key: [string, string]; value: Draft; indexes: { lesson: string } };
}

const NAME = 'layerwise';
const VERSION = 1;

/** Drafts in IndexedDB, one record for each cell, by lesson and cell. Opened at first use. */
export function browserStore(): DraftStore {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  const forget = () => {
    opening = null;
  };
  const open = () => {
    opening ??= openDatabase(forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opening;
  };
  return {
    async read(lesson) {
      return (await open()).getAllFromIndex('drafts', 'lesson', lesson);
    },
    async write(lesson, changes) {
      const transaction = (await open()).transaction('drafts', 'readwrite', {
        durability: 'strict',
      });
      const requests = changes.map(({ cell, draft }) =>
        draft ? transaction.store.put(draft) : transaction.store.delete([lesson, cell]),
      );
      // A transaction commits by itself only while its page lives, and this may be the page's last act.
      transaction.commit();
      await Promise.all([...requests, transaction.done]);
    },
  };
}

function openDatabase(forget: () => void): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(NAME, VERSION, {
    upgrade(database) {
      const drafts = database.createObjectStore('drafts', { keyPath: ['lesson', 'cell'] });
      drafts.createIndex('lesson', 'lesson');
    },
    // Another tab needs a newer version: make way, and open anew at the next change.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
}
