import { openDB, type DBSchema, type IDBPDatabase, type OpenDBCallbacks } from 'idb';

/** Gives the open database; rejects where the browser refuses one. */
export type Opener<Schema extends DBSchema> = () => Promise<IDBPDatabase<Schema>>;

/** A database of IndexedDB, opened at first use, and anew after it was closed. */
export function lateDatabase<Schema extends DBSchema>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<Schema>['upgrade']>,
): Opener<Schema> {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  const forget = () => {
    opening = null;
  };
  const callbacks: OpenDBCallbacks<Schema> = {
    upgrade,
    // Another tab needs a newer version: make way, and open anew at the next change.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  };
  return () => {
    opening ??= openDB<Schema>(name, version, callbacks).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opening;
  };
}
