import type { DBSchema } from 'idb';
import { lateDatabase } from '@/lib/drafts/late-database';
import type { RunRecord } from './run-record';

interface Schema extends DBSchema {
  runs: { key: string; value: RunRecord; indexes: { page: string } };
}

/** Where runs are kept from one visit to the next. Every method may reject. */
export type RunStore = {
  read(page: string): Promise<RunRecord[]>;
  write(record: RunRecord): Promise<void>;
  remove(id: string): Promise<void>;
};

/** In IndexedDB, in a database of their own. */
export function browserRunStore(): RunStore {
  const open = lateDatabase<Schema>('layerwise-runs', 1, (database) => {
    database.createObjectStore('runs', { keyPath: 'id' }).createIndex('page', 'page');
  });
  return {
    read: async (page) => (await open()).getAllFromIndex('runs', 'page', page),
    write: async (record) => void (await (await open()).put('runs', record)),
    remove: async (id) => (await open()).delete('runs', id),
  };
}
