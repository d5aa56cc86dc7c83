import type { DBSchema } from 'idb';
import { lateDatabase } from '@/lib/drafts/late-database';
import { PROGRESS_DATABASE } from './peek-progress';
import { isProgress } from './progress-file';
import { merged, noProgress, type Progress } from './progress';

/** Where progress is kept. Every method that returns a promise may reject: private windows refuse, disks fill up. */
export type ProgressStore = {
  all(): Promise<Progress[]>;
  read(exercise: string): Promise<Progress | null>;
  /**
   * Makes something else of what is kept of an exercise, in one go, so that no other tab comes in between; gives what is
   * kept then.
   */
  change(
    exercise: string,
    lesson: string,
    how: (progress: Progress) => Progress,
  ): Promise<Progress>;
  /** Adds what another browser, or this one before, has kept. */
  merge(records: readonly Progress[]): Promise<void>;
  /** Forgets all; gives what it was. */
  clear(): Promise<Progress[]>;
  /** Calls back when anything has changed, here or in another tab. */
  subscribe(listener: () => void): () => void;
};

interface Schema extends DBSchema {
  exercises: { key: string; value: Progress };
}

const VERSION = 1;

/** In IndexedDB, one record for each exercise, in a database of its own. Opened at first use. */
export function browserProgress(): ProgressStore {
  const open = lateDatabase<Schema>(PROGRESS_DATABASE, VERSION, (database) => {
    database.createObjectStore('exercises', { keyPath: 'exercise' });
  });
  const listeners = new Set<() => void>();
  const channel = openChannel(() => listeners.forEach((listener) => listener()));
  const changed = () => {
    listeners.forEach((listener) => listener());
    channel?.postMessage('changed');
  };
  const writing = async () => (await open()).transaction('exercises', 'readwrite');
  return {
    async all() {
      // Other versions of the site may have filled it.
      return (await (await open()).getAll('exercises')).filter(isProgress);
    },
    async read(exercise) {
      const record = await (await open()).get('exercises', exercise);
      return isProgress(record) ? record : null;
    },
    async change(exercise, lesson, how) {
      const transaction = await writing();
      const stored = await transaction.store.get(exercise);
      const next = how(isProgress(stored) ? stored : noProgress(exercise, lesson));
      await Promise.all([transaction.store.put(next), transaction.done]);
      changed();
      return next;
    },
    async merge(records) {
      const transaction = await writing();
      for (const record of records) {
        const stored = await transaction.store.get(record.exercise);
        await transaction.store.put(isProgress(stored) ? merged(stored, record) : record);
      }
      await transaction.done;
      changed();
    },
    async clear() {
      const transaction = await writing();
      const records = await transaction.store.getAll();
      await Promise.all([transaction.store.clear(), transaction.done]);
      changed();
      return records.filter(isProgress);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function openChannel(hear: () => void): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  const channel = new BroadcastChannel(PROGRESS_DATABASE);
  channel.onmessage = hear;
  // In Node, an open channel keeps the process alive.
  (channel as { unref?: () => void }).unref?.();
  return channel;
}

let present: ProgressStore | null = null;

/** The one of this page. */
export function pageProgress(): ProgressStore {
  present ??= browserProgress();
  return present;
}
