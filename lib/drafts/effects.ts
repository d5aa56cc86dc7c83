import { browserStore, type DraftStore } from './draft-store';

/** What drafts take from outside; a test passes its own. */
export type DraftsEffects = {
  store: DraftStore;
  now(): number;
  /** Calls back after `ms`; returns how to call it off. */
  after(ms: number, callback: () => void): () => void;
  /** Calls back when the page may be about to end; returns how to stop that. */
  onLeave(callback: () => void): () => void;
};

export function browserEffects(): DraftsEffects {
  return {
    store: browserStore(),
    now: () => Date.now(),
    after(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    onLeave(callback) {
      if (typeof document === 'undefined') return () => {};
      const whenHidden = () => {
        if (document.visibilityState === 'hidden') callback();
      };
      addEventListener('pagehide', callback);
      document.addEventListener('visibilitychange', whenHidden);
      return () => {
        removeEventListener('pagehide', callback);
        document.removeEventListener('visibilitychange', whenHidden);
      };
    },
  };
}
