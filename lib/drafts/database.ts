import type { DBSchema, IDBPDatabase } from 'idb';
import type { Draft } from './draft-store';
import { lateDatabase, type Opener as LateOpener } from './late-database';
import type { OutputRecord } from './output-store';
import type { VersionRecord } from './version-store';

export interface Schema extends DBSchema {
  drafts: { key: [string, string]; value: Draft; indexes: { lesson: string } };
  versions: {
    key: number;
    value: VersionRecord;
    indexes: { cell: [string, string] };
  };
  outputs: {
    key: [string, string];
    value: OutputRecord;
    /** By lesson, time and size, so that the oldest are found without reading what is kept of them. */
    indexes: { age: [string, number, number] };
  };
}

export type Database = IDBPDatabase<Schema>;

/** Gives the open database; rejects where the browser refuses one. */
export type Opener = LateOpener<Schema>;

const NAME = 'layerwise';
const VERSION = 2;

/** What a reader makes in this browser, in IndexedDB. Opened at first use, and anew after it was closed. */
export function databaseOpener(): Opener {
  return lateDatabase<Schema>(NAME, VERSION, (database, from) => {
    if (from < 1) {
      const drafts = database.createObjectStore('drafts', { keyPath: ['lesson', 'cell'] });
      drafts.createIndex('lesson', 'lesson');
    }
    const versions = database.createObjectStore('versions', { autoIncrement: true });
    versions.createIndex('cell', ['lesson', 'cell']);
    const outputs = database.createObjectStore('outputs', { keyPath: ['lesson', 'cell'] });
    outputs.createIndex('age', ['lesson', 'saved', 'bytes']);
  });
}
