'use client';

import styles from './insert-line.module.css';
import { useNotebook } from './use-notebook';

/** A quiet line between two cells, with a button for each kind that can be added there. Always seen after the last. */
export function InsertLine({ at, last = false }: { at: number; last?: boolean }) {
  const store = useNotebook();
  const place = last ? 'at the end' : `before cell ${at + 1}`;
  return (
    <div
      className={styles.line}
      data-last={last || undefined}
      role="group"
      aria-label={`Add ${place}`}
    >
      <button
        type="button"
        aria-label={`Add code ${place}`}
        onClick={() => store.insert('code', at)}
      >
        <Plus /> Code
      </button>
      <button
        type="button"
        aria-label={`Add text ${place}`}
        onClick={() => store.insert('markdown', at)}
      >
        <Plus /> Text
      </button>
    </div>
  );
}

function Plus() {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path d="M6 1.5v9M1.5 6h9" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  );
}
