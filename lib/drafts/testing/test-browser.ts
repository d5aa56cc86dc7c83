import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import type { CellId } from '@/lib/protocol';
import { browserStores, type DraftsEffects, type Stores } from '../effects';
import { createLastWords, type LastWords } from '../last-words';
import { openWork, type Work } from '../open-work';

type Timer = { due: number; callback: () => void };

/** One tab of the browser on a lesson, whose clock and end are the test's to decide. */
export type Tab = {
  work: Work;
  effects: DraftsEffects;
  /** Time goes by, and what was due is done. */
  pass(ms: number): Promise<void>;
  /** The reader looks away, perhaps for ever. */
  leave(): void;
  /** The reader looks at it again. */
  return(): void;
  /** All reads and writes have ended. */
  settled(): Promise<void>;
};

/** A browser with an empty database. `mute`: its tabs can't tell each other anything. */
export function testBrowser({ mute = false } = {}) {
  globalThis.indexedDB = new IDBFactory();
  const hearers = new Map<number, (cells: readonly CellId[]) => void>();
  const clock = { now: 1_700_000_000_000 };
  const texts = new Map<string, string>();
  const lastWords = createLastWords(() => ({
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  }));
  let tabs = 0;
  return {
    clock,
    tab(lesson = 'lesson', stores: Partial<Stores> = {}): Tab {
      tabs += 1;
      const kept = { stores: { ...browserStores(), ...stores }, lastWords };
      return openTab(lesson, kept, clock, tabs, mute ? null : hearers);
    },
  };
}

function openTab(
  lesson: string,
  kept: { stores: Stores; lastWords: LastWords },
  clock: { now: number },
  id: number,
  hearers: Map<number, (cells: readonly CellId[]) => void> | null,
): Tab {
  const timers = new Set<Timer>();
  const leaving = new Set<() => void>();
  const returning = new Set<() => void>();
  const effects: DraftsEffects = {
    ...kept,
    writer: `tab ${id}`,
    channel(_lesson, hear) {
      hearers?.set(id, hear);
      return {
        tell: (cells) => hearers?.forEach((other, key) => key !== id && other(cells)),
        close: () => void hearers?.delete(id),
      };
    },
    now: () => clock.now,
    after(ms, callback) {
      const timer = { due: clock.now + ms, callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    whenIdle: (callback) => callback(),
    onLeave: (callback) => (leaving.add(callback), () => void leaving.delete(callback)),
    onReturn: (callback) => (returning.add(callback), () => void returning.delete(callback)),
  };
  const work = openWork(lesson, effects);
  const settled = async () => {
    await work.drafts.flush();
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    work,
    effects,
    settled,
    async pass(ms) {
      clock.now += ms;
      for (const timer of [...timers]) {
        if (timer.due > clock.now) continue;
        timers.delete(timer);
        timer.callback();
      }
      await settled();
    },
    leave: () => leaving.forEach((callback) => callback()),
    return: () => returning.forEach((callback) => callback()),
  };
}

/** Stores that refuse as a browser would. */
export function refusing(name: string): Stores {
  const refuse = () => Promise.reject(new DOMException('no', name));
  return {
    drafts: { read: refuse, write: refuse, writeBlindly: refuse },
    versions: { cells: refuse, read: refuse, add: refuse, thin: refuse },
    outputs: { read: refuse, write: refuse, trim: refuse, clear: refuse },
  };
}
