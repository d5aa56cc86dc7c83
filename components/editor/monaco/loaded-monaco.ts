import type { CellModels } from './cell-models';
import type { PooledEditor } from './pooled-editor';

export type Monaco = typeof import('./entry');
export type LoadedMonaco = { monaco: Monaco; models: CellModels; editor: PooledEditor };

let loaded: LoadedMonaco | null = null;
const listeners = new Set<() => void>();

/** Monaco if it is there already. What loads it is fetched apart: a page that is read needs only this. */
export function loadedMonaco(): LoadedMonaco | null {
  return loaded;
}

export function subscribeToMonaco(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function monacoLoaded(result: LoadedMonaco): void {
  loaded = result;
  listeners.forEach((listener) => listener());
}
