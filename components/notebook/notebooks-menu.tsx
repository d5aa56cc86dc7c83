'use client';

import { useRef, useSyncExternalStore } from 'react';
import { useDismiss } from '@/components/lesson/use-dismiss';
import { EntryList } from './entry-list';
import styles from './notebooks-menu.module.css';
import { useDesk } from './use-desk';
import { useNotebookValue } from './use-notebook';

/** New, rename, duplicate, delete, and every notebook of this browser. */
export function NotebooksMenu({ onRename }: { onRename: () => void }) {
  const desk = useDesk();
  const root = useRef<HTMLDetailsElement>(null);
  useDismiss(root);
  const { entries } = useSyncExternalStore(desk.subscribe, desk.getSnapshot, desk.getSnapshot);
  const current = useNotebookValue(({ notebook }) => notebook.id);
  const shared = useNotebookValue((snapshot) => snapshot.shared);
  const shut = () => {
    if (root.current !== null) root.current.open = false;
  };
  const acts: [words: string, act: () => void][] = [
    ['New notebook', desk.create],
    ['Rename', onRename],
    ['Duplicate', desk.duplicate],
    // Somebody's is not here until it is kept.
    ...(shared ? [] : [['Delete', () => void desk.remove()] satisfies [string, () => void]]),
  ];
  return (
    <details ref={root} className={styles.menu} onToggle={() => void desk.refresh()}>
      <summary className={styles.summary}>
        Notebooks
        <svg className={styles.arrow} viewBox="0 0 8 8" aria-hidden="true">
          <path d="M1 2.5l3 3 3-3" />
        </svg>
      </summary>
      <div className={styles.panel}>
        <div className={styles.acts}>
          {acts.map(([words, act]) => (
            <button
              key={words}
              type="button"
              className={styles.act}
              onClick={() => {
                shut();
                act();
              }}
            >
              {words}
            </button>
          ))}
        </div>
        <EntryList entries={entries} current={current} onOpen={shut} />
      </div>
    </details>
  );
}
