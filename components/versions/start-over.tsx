'use client';

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Dialog } from '@/components/transfer/dialog';
import dialog from '@/components/transfer/dialog.module.css';
import type { Versions } from '@/lib/lesson/versions';
import styles from './kept-work.module.css';

/** Puts the lesson back to what it was at first, after a question. */
export function StartOver({ versions }: { versions: Versions }) {
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // While the dialog is there, nothing behind it takes the focus.
  const shut = () => flushSync(() => setAsking(false));
  const leave = () => {
    shut();
    button.current?.focus();
  };
  const startOver = () => {
    shut();
    versions.startOver();
    document.getElementById('main')?.focus();
  };
  return (
    <p className={styles.part}>
      <span>Your code and what the cells show are kept in this browser.</span>
      <span className={styles.actions}>
        <button
          ref={button}
          type="button"
          className={styles.button}
          aria-haspopup="dialog"
          onClick={() => setAsking(true)}
        >
          Start over
        </button>
      </span>
      {asking && (
        <Dialog title="Start this lesson over?" onClose={leave}>
          <p>
            Every cell goes back to the lesson’s own code; outputs and variables are forgotten. Your
            code stays in the history of each cell.
          </p>
          <div className={dialog.actions}>
            <button type="button" className={dialog.primary} onClick={startOver}>
              Start over
            </button>
            <button type="button" onClick={leave}>
              Leave it as it is
            </button>
          </div>
        </Dialog>
      )}
    </p>
  );
}
