'use client';

import { useEffect, useRef } from 'react';
import type { NotebookEntry } from '@/lib/notebooks/shelf';
import { EntryList } from './entry-list';
import styles from './notebook.module.css';
import { useDesk } from './use-desk';

/** The open notebook was deleted just now. */
export function RemovedView({
  title,
  entries,
}: {
  title: string;
  entries: readonly NotebookEntry[];
}) {
  const desk = useDesk();
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  return (
    <>
      <h1 className={styles.pageTitle}>Notebooks</h1>
      <div className={styles.notice}>
        <p id="removed-notebook">Deleted “{title}”.</p>
        <div className={styles.actions}>
          <button
            ref={undo}
            type="button"
            className={styles.primary}
            aria-describedby="removed-notebook"
            onClick={desk.undoRemove}
          >
            Undo
          </button>
          <button type="button" className={styles.button} onClick={desk.create}>
            New notebook
          </button>
        </div>
      </div>
      <Others entries={entries} />
    </>
  );
}

/** The address names a notebook that this browser does not have. */
export function MissingView({ entries }: { entries: readonly NotebookEntry[] }) {
  const desk = useDesk();
  useEffect(() => void desk.refresh(), [desk]);
  return (
    <>
      <h1 className={styles.pageTitle}>This notebook is not here</h1>
      <p>
        Notebooks are kept in the browser in which they were made. This one was deleted, or made in
        another browser; there it can be saved as a file or shared by a link.
      </p>
      <div className={styles.actions}>
        <button type="button" className={styles.primary} onClick={desk.create}>
          New notebook
        </button>
      </div>
      <Others entries={entries} />
    </>
  );
}

/** The notebooks that can be opened instead. */
function Others({ entries }: { entries: readonly NotebookEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <>
      <h2 className={styles.others}>Notebooks in this browser</h2>
      <EntryList entries={entries} current={null} />
    </>
  );
}

/** What the address asks for can't be opened here. `lesson`: the address where it can. */
export function RefusedView({ sentence, lesson }: { sentence: string; lesson: string | null }) {
  const desk = useDesk();
  return (
    <>
      <h1 className={styles.pageTitle}>This can’t be opened here</h1>
      <p role="alert">{sentence}</p>
      <div className={styles.actions}>
        {lesson !== null && (
          <a className={styles.primary} href={lesson}>
            Open the lesson
          </a>
        )}
        <button type="button" className={styles.button} onClick={() => void desk.openMine()}>
          Open my own notebook
        </button>
      </div>
    </>
  );
}
