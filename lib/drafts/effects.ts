import { browserChannel, type Channel } from './channel';
import { databaseOpener, type Opener } from './database';
import { draftStore, type DraftStore } from './draft-store';
import { createLastWords, type LastWords } from './last-words';
import { outputStore, type OutputStore } from './output-store';
import { versionStore, type VersionStore } from './version-store';
import type { CellId } from '@/lib/protocol';

/** Where each kind of thing is kept. */
export type Stores = { drafts: DraftStore; versions: VersionStore; outputs: OutputStore };

/** What drafts take from outside; a test passes its own. */
export type DraftsEffects = {
  stores: Stores;
  lastWords: LastWords;
  /** Unlike that of any other tab. */
  writer: string;
  channel(lesson: string, hear: (cells: readonly CellId[]) => void): Channel;
  now(): number;
  /** Calls back after `ms`; returns how to call it off. */
  after(ms: number, callback: () => void): () => void;
  /** Calls back when the page has nothing better to do. */
  whenIdle(callback: () => void): void;
  /** Calls back when the page may be about to end; returns how to stop that. */
  onLeave(callback: () => void): () => void;
  /** Calls back when the page is looked at again; returns how to stop that. */
  onReturn(callback: () => void): () => void;
};

const IDLE_MS = 2_000;

/** A lesson and each of its exercises keep their work through one connection. */
const openOfPage = databaseOpener();

export function browserEffects(): DraftsEffects {
  return {
    stores: browserStores(openOfPage),
    lastWords: createLastWords(() => localStorage),
    writer: Math.random().toString(36).slice(2),
    channel: browserChannel,
    now: () => Date.now(),
    after(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    whenIdle(callback) {
      // Safari has no idle callback.
      if (typeof requestIdleCallback === 'undefined') callback();
      else requestIdleCallback(callback, { timeout: IDLE_MS });
    },
    onLeave: (callback) =>
      listen({ pagehide: callback, visibilitychange: () => isHidden() && callback() }),
    onReturn: (callback) =>
      listen({ pageshow: callback, visibilitychange: () => isHidden() || callback() }),
  };
}

/** All in one database. */
export function browserStores(open: Opener = databaseOpener()): Stores {
  return { drafts: draftStore(open), versions: versionStore(open), outputs: outputStore(open) };
}

const isHidden = () => document.visibilityState === 'hidden';

/** `visibilitychange` is the document's, and comes to the window as well. */
function listen(listeners: Record<string, () => void>): () => void {
  if (typeof document === 'undefined') return () => {};
  const controller = new AbortController();
  for (const [name, listener] of Object.entries(listeners)) {
    addEventListener(name, listener, { signal: controller.signal });
  }
  return () => controller.abort();
}
