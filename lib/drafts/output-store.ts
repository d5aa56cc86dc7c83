import type { Keepsake } from '@/lib/kernel/state';
import type { CellId } from '@/lib/protocol';
import type { Opener } from './database';

/** What one cell showed when the reader left it. */
export type OutputRecord = {
  lesson: string;
  cell: CellId;
  /** When its run ended; milliseconds since 1970. */
  saved: number;
  /** About what the keepsake takes. */
  bytes: number;
  /** The version of the protocol whose outputs these are; those of another can't be shown. */
  protocol: number;
  keepsake: Keepsake;
};

/** Where outputs are kept from one visit to the next. Every method may reject. */
export type OutputStore = {
  read(lesson: string): Promise<OutputRecord[]>;
  write(records: readonly OutputRecord[]): Promise<void>;
  /** Takes out the oldest until the lesson's outputs are within so many bytes. */
  trim(lesson: string, bytes: number): Promise<void>;
  clear(lesson: string): Promise<void>;
};

export function outputStore(open: Opener): OutputStore {
  return {
    read: async (lesson) => (await open()).getAll('outputs', wholeLesson(lesson)),
    async write(records) {
      const transaction = (await open()).transaction('outputs', 'readwrite');
      const requests = records.map((record) => transaction.store.put(record));
      // Of a page that ends, this may be the last act.
      transaction.commit();
      await Promise.all([...requests, transaction.done]);
    },
    async trim(lesson, bytes) {
      const transaction = (await open()).transaction('outputs', 'readwrite');
      const index = transaction.store.index('age');
      let left = bytes;
      let cursor = await index.openKeyCursor(wholeLesson(lesson), 'prev');
      for (; cursor !== null; cursor = await cursor.continue()) {
        left -= cursor.key[2];
        if (left < 0) await transaction.store.delete(cursor.primaryKey);
      }
      await transaction.done;
    },
    clear: async (lesson) => (await open()).delete('outputs', wholeLesson(lesson)),
  };
}

/** Everything of the lesson: an array sorts after all strings and numbers. */
const wholeLesson = (lesson: string) => IDBKeyRange.bound([lesson], [lesson, []]);
