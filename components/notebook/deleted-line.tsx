'use client';

import { useEffect, useId, useRef } from 'react';
import styles from './deleted-line.module.css';
import { useNotebook, useNotebookValue } from './use-notebook';

/** In the place of a deleted cell, until the notebook is changed in another way. Takes the focus that went with it. */
export function DeletedLine() {
  const store = useNotebook();
  const name = useNotebookValue(({ removed }) => removed?.name);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => button.current?.focus(), [name]);
  return (
    <p className={styles.line}>
      <span id={id}>Deleted “{name}”.</span>
      <button ref={button} type="button" aria-describedby={id} onClick={store.undoRemove}>
        Undo
      </button>
    </p>
  );
}
