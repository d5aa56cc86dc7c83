'use client';

import { useId, useRef, useState } from 'react';
import dialog from './dialog.module.css';
import styles from './link-field.module.css';

/** A link to copy, or to hand to the device's own sharing where it has one. */
export function LinkField({ url }: { url: string }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState('');
  const copy = async () => {
    field.current?.select();
    setNote(
      (await copied(url)) ? 'The link is copied.' : 'The link is marked: copy it from its field.',
    );
  };
  return (
    <>
      <div className={styles.field}>
        <label htmlFor={id}>Link</label>
        <input
          ref={field}
          id={id}
          type="text"
          readOnly
          value={url}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </div>
      <div className={dialog.actions}>
        <button type="button" className={dialog.primary} onClick={() => void copy()}>
          Copy the link
        </button>
        {canShare(url) && (
          <button type="button" onClick={() => void handOn(url)}>
            Share…
          </button>
        )}
        <p className={styles.note} role="status">
          {note}
        </p>
      </div>
    </>
  );
}

/** False where the browser has no clipboard for this page, or refuses it. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function canShare(url: string): boolean {
  return typeof navigator.canShare === 'function' && navigator.canShare({ url });
}

async function handOn(url: string): Promise<void> {
  try {
    await navigator.share({ url, title: document.title });
  } catch {
    // Whoever closes the device's own window has seen why.
  }
}
