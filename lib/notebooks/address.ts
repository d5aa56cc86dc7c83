import { isNotebookId } from './notebook';

/** What the page's address asks for. `fragment`: with its `#`, or empty. */
export type Wanted = { open: string | null; fragment: string };

/** The page's address, as far as it says which notebook is shown. */
export type Address = {
  read(): Wanted;
  /** Says that this notebook is shown; null for one that is not kept yet. `add`: the one before can be gone back to. */
  show(id: string | null, how: 'add' | 'replace'): void;
  /** Calls back when the reader goes to another address of the page; returns how to stop that. */
  onChange(callback: () => void): () => void;
};

const PATH = '/notebook';

export const notebookAddress = (id: string): string => `${PATH}?open=${id}`;

export function browserAddress(): Address {
  return {
    read() {
      const open = new URLSearchParams(location.search).get('open');
      return { open: isNotebookId(open) ? open : null, fragment: location.hash };
    },
    show(id, how) {
      const url = id === null ? PATH : notebookAddress(id);
      if (location.pathname + location.search + location.hash === url) return;
      if (how === 'add') history.pushState(null, '', url);
      else history.replaceState(null, '', url);
    },
    onChange(callback) {
      // Also told when only the fragment changes.
      addEventListener('popstate', callback);
      return () => removeEventListener('popstate', callback);
    },
  };
}
