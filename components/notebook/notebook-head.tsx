'use client';

import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { NOTEBOOK_LIMITS } from '@/lib/notebooks/notebook';
import styles from './notebook-head.module.css';
import { NotebooksMenu } from './notebooks-menu';
import { useNotebook, useNotebookValue } from './use-notebook';

/** The notebook's title, which is edited where it stands, and the menu of all notebooks. */
export function NotebookHead() {
  const title = useRef<HTMLInputElement>(null);
  const rename = () => {
    title.current?.focus();
    title.current?.select();
  };
  return (
    <div className={styles.head}>
      <h1 className={styles.heading}>
        <TitleField field={title} />
      </h1>
      <NotebooksMenu onRename={rename} />
    </div>
  );
}

/** The title counts when the field is left or Enter is pressed; Escape takes back what was typed. */
function TitleField({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const store = useNotebook();
  const title = useNotebookValue(({ notebook }) => notebook.title);
  const [typed, setTyped] = useState<string | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') setTyped(null);
    else if (event.key === 'Enter') commit();
  };
  const commit = () => {
    if (typed !== null) store.rename(typed);
    setTyped(null);
  };
  return (
    <input
      ref={field}
      className={styles.title}
      type="text"
      aria-label="Title of the notebook"
      maxLength={NOTEBOOK_LIMITS.title}
      autoComplete="off"
      spellCheck={false}
      value={typed ?? title}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={commit}
    />
  );
}
