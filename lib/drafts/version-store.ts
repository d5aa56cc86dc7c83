import type { CellId } from '@/lib/protocol';
import type { Opener } from './database';
import { surplus } from './surplus';

/** One state of a cell's code that was kept; `changed` in milliseconds since 1970. */
export type VersionRecord = { lesson: string; cell: CellId; code: string; changed: number };

/** Where former states of the reader's code are kept. Every method may reject. */
export type VersionStore = {
  /** The cells of a lesson of which there are versions. */
  cells(lesson: string): Promise<CellId[]>;
  /** In the order in which they were kept. */
  read(lesson: string, cell: CellId): Promise<VersionRecord[]>;
  add(records: readonly VersionRecord[]): Promise<void>;
  /** Takes out those that are too many, or repeat the one before them. */
  thin(lesson: string, cell: CellId): Promise<void>;
};

export function versionStore(open: Opener): VersionStore {
  return {
    async cells(lesson) {
      const cells: CellId[] = [];
      const { store } = (await open()).transaction('versions');
      const index = store.index('cell');
      let cursor = await index.openKeyCursor(wholeLesson(lesson), 'nextunique');
      for (; cursor !== null; cursor = await cursor.continue()) cells.push(cursor.key[1]);
      return cells;
    },
    read: async (lesson, cell) =>
      (await open()).getAllFromIndex('versions', 'cell', IDBKeyRange.only([lesson, cell])),
    async add(records) {
      const transaction = (await open()).transaction('versions', 'readwrite');
      const requests = records.map((record) => transaction.store.add(record));
      // Of a page that ends, this may be the last act.
      transaction.commit();
      await Promise.all([...requests, transaction.done]);
    },
    async thin(lesson, cell) {
      const transaction = (await open()).transaction('versions', 'readwrite');
      const { store } = transaction;
      const index = store.index('cell');
      const range = IDBKeyRange.only([lesson, cell]);
      const [keys, records] = await Promise.all([index.getAllKeys(range), index.getAll(range)]);
      const deleted = surplus(records).map((at) => store.delete(keys[at]!));
      await Promise.all([...deleted, transaction.done]);
    },
  };
}

/** Every cell of the lesson: an array sorts after all strings. */
const wholeLesson = (lesson: string) => IDBKeyRange.bound([lesson], [lesson, []]);
