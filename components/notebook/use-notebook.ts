'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { NotebookSnapshot, NotebookStore } from '@/lib/notebooks/notebook-store';

export const NotebookContext = createContext<NotebookStore | null>(null);

/**
 * The notebook around a component.
 *
 * @throws {Error} outside an `OpenNotebook`.
 */
export function useNotebook(): NotebookStore {
  const store = useContext(NotebookContext);
  if (store === null) throw new Error('This belongs inside an OpenNotebook.');
  return store;
}

/** Part of the notebook's state. `select` must give an equal value (by `Object.is`) while that part is unchanged. */
export function useNotebookValue<T>(select: (snapshot: NotebookSnapshot) => T): T {
  const store = useNotebook();
  const read = () => select(store.getSnapshot());
  return useSyncExternalStore(store.subscribe, read, read);
}
