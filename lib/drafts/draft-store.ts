import type { CellId } from '@/lib/protocol';
import type { Opener } from './database';

/** What a reader made of one cell. A cell that was put back to the lesson's code has a draft with that code. */
export type Draft = {
  lesson: string;
  cell: CellId;
  code: string;
  /** The lesson's code that it was made from; empty where the caller did not say. */
  original: string;
  /** Milliseconds since 1970. */
  changed: number;
  /** Of the write, unlike any other's. Drafts of the first version of the database have none. */
  stamp?: string;
};

/** A draft to keep, and the stamp of the one that it is to take the place of; undefined for none. */
export type Change = { draft: Draft; base: string | undefined };

/** Where drafts are kept. Every method may reject: private windows refuse, disks fill up. */
export type DraftStore = {
  read(lesson: string): Promise<Draft[]>;
  /**
   * Keeps the drafts whose base is still what is stored. Returns what stands in the way of the others; null when a
   * blind write came before its end, so that nothing was kept.
   */
  write(changes: readonly Change[]): Promise<Draft[] | null>;
  /**
   * Keeps the drafts whatever is stored: a page that ends gets no answers any more. A tab that held what was stored
   * finds its text replaced, and says so. A write that goes on is called off: behind it, this one would be lost with
   * the page.
   */
  writeBlindly(changes: readonly Change[]): Promise<void>;
};

/** Drafts in IndexedDB, one record for each cell, by lesson and cell. */
export function draftStore(open: Opener): DraftStore {
  const writing = new Set<{ abort(): void }>();
  const calledOff = new WeakSet<object>();
  const callOff = () => {
    for (const transaction of writing) {
      try {
        transaction.abort();
        calledOff.add(transaction);
      } catch {
        // It has come to its end already.
      }
    }
  };
  return {
    read: async (lesson) => (await open()).getAllFromIndex('drafts', 'lesson', lesson),
    async write(changes) {
      const transaction = (await open()).transaction('drafts', 'readwrite', DURABLE);
      const { store } = transaction;
      const outcomes = changes.map(async ({ draft, base }) => {
        const stored = await store.get([draft.lesson, draft.cell]);
        if (stored !== undefined && stored.stamp !== base) return [stored];
        await store.put(draft);
        return [];
      });
      writing.add(transaction);
      try {
        const [, ...inTheWay] = await Promise.all([transaction.done, ...outcomes]);
        return inTheWay.flat();
      } catch (error) {
        if (calledOff.has(transaction)) return null;
        throw error;
      } finally {
        writing.delete(transaction);
      }
    },
    async writeBlindly(changes) {
      const database = await open();
      callOff();
      const transaction = database.transaction('drafts', 'readwrite', DURABLE);
      const requests = changes.map(({ draft }) => transaction.store.put(draft));
      // A transaction commits by itself only while its page lives.
      transaction.commit();
      await Promise.all([...requests, transaction.done]);
    },
  };
}

const DURABLE = { durability: 'strict' } as const;
