import { isProgress } from './progress-file';
import type { Progress } from './progress';

/** The database of progress; `progress-store.ts` has its structure. */
export const PROGRESS_DATABASE = 'layerwise-progress';

/**
 * What this browser keeps of progress, for a page that only shows some of it: without the library that the store is
 * written with, and without making a database where there is none. Empty when nothing can be read.
 */
export function peekProgress(): Promise<Progress[]> {
  return new Promise((resolve) => {
    const none = () => resolve([]);
    try {
      const opening = indexedDB.open(PROGRESS_DATABASE);
      // Only of a database that is not there yet.
      opening.onupgradeneeded = () => opening.transaction?.abort();
      opening.onerror = opening.onblocked = none;
      opening.onsuccess = () => {
        const database = opening.result;
        const reading = database.transaction('exercises').objectStore('exercises').getAll();
        reading.onerror = none;
        reading.onsuccess = () => {
          database.close();
          resolve((reading.result as unknown[]).filter(isProgress));
        };
      };
    } catch {
      none();
    }
  });
}
