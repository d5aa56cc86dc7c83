'use client';

import { type ReactNode, useState } from 'react';
import styles from './notebook.module.css';
import { useDesk } from './use-desk';
import { useNotebook, useNotebookValue } from './use-notebook';

function Notice({ children }: { children: ReactNode }) {
  return (
    <div className={styles.notice} role="status">
      {children}
    </div>
  );
}

/** Somebody else's notebook is on the page, from a link. */
export function SharedNotice() {
  const store = useNotebook();
  const desk = useDesk();
  const shared = useNotebookValue((snapshot) => snapshot.shared);
  if (!shared) return null;
  return (
    <Notice>
      <p>
        This is somebody’s notebook, from a link. Nothing in it has been run, and it is not saved.
      </p>
      <div className={styles.actions}>
        <button type="button" className={styles.primary} onClick={store.keepShared}>
          Keep it as mine
        </button>
        <button type="button" className={styles.button} onClick={() => void desk.openMine()}>
          Back to my own
        </button>
      </div>
    </Notice>
  );
}

/** Another tab has changed or deleted the notebook, and neither's state may overwrite the other's. */
export function ClashNotice() {
  const store = useNotebook();
  const clash = useNotebookValue((snapshot) => snapshot.clash);
  if (clash === null) return null;
  const gone = clash.theirs === null;
  return (
    <Notice>
      <p>
        {gone
          ? 'This notebook was deleted in another tab. It is still here, and no longer saved.'
          : 'This notebook was changed in another tab as well. Nothing is saved until you choose.'}
      </p>
      <div className={styles.actions}>
        <button type="button" className={styles.primary} onClick={store.keepMine}>
          Keep mine as a copy
        </button>
        {!gone && (
          <button type="button" className={styles.button} onClick={() => void store.takeTheirs()}>
            Take theirs
          </button>
        )}
      </div>
    </Notice>
  );
}

/** It is open in another tab, too. */
export function TwiceNotice() {
  const twice = useNotebookValue((snapshot) => snapshot.twice && snapshot.clash === null);
  return (
    <p className={styles.quiet} role="status">
      {twice &&
        'This notebook is open in another tab, too. What you change in one shows in the other.'}
    </p>
  );
}

/** What was left out of a file when it was opened, and what the browser refused. */
export function FileNotices({ notices }: { notices: readonly string[] }) {
  const [hidden, setHidden] = useState<readonly string[] | null>(null);
  if (hidden === notices || notices.length === 0) return null;
  return (
    <Notice>
      <ul>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
      <div className={styles.actions}>
        <button type="button" className={styles.button} onClick={() => setHidden(notices)}>
          Hide
        </button>
      </div>
    </Notice>
  );
}
