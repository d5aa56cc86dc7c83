'use client';

import { useSyncExternalStore } from 'react';
import { isShareFragment } from '@/lib/share/share-fragment';

/**
 * The newest fragment with code that the page was opened with, or led to. It counts until it is dropped: a step to a
 * heading changes the address, and not what the reader looks at.
 */
let link: string | null = null;
const listeners = new Set<() => void>();

export function useSharedLink(): string | null {
  return useSyncExternalStore(subscribe, newest, () => null);
}

/** Takes the link from the address, so that a reload doesn't bring it back; the page goes on with it. */
export function clearAddress(): void {
  if (!isShareFragment(location.hash)) return;
  history.replaceState(history.state, '', location.pathname + location.search);
}

/** The page has done with the link. */
export function dropSharedLink(): void {
  clearAddress();
  link = null;
  for (const listener of listeners) listener();
}

function newest(): string | null {
  if (isShareFragment(location.hash)) link = location.hash;
  return link;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('hashchange', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('hashchange', listener);
  };
}
