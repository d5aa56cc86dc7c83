'use client';

import type { MouseEvent } from 'react';
import { notebookAddress } from '@/lib/notebooks/address';
import { changedWords } from '@/lib/notebooks/changed-words';
import type { NotebookEntry } from '@/lib/notebooks/shelf';
import styles from './entry-list.module.css';
import { useDesk } from './use-desk';

type Props = { entries: readonly NotebookEntry[]; current: string | null; onOpen?: () => void };

/** Every notebook of this browser, the last changed first. Each is a link, which can be opened in another tab. */
export function EntryList({ entries, current, onOpen }: Props) {
  const desk = useDesk();
  if (entries.length === 0) return null;
  const open = (event: MouseEvent, id: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onOpen?.();
    if (id !== current) void desk.open(id);
  };
  return (
    <ul className={styles.entries} aria-label="Notebooks in this browser">
      {entries.map(({ id, title, changed, cells }) => (
        <li key={id}>
          <a
            href={notebookAddress(id)}
            aria-current={id === current ? 'page' : undefined}
            onClick={(event) => open(event, id)}
          >
            <span className={styles.title}>{title}</span>
            <span className={styles.detail}>
              {id === current ? 'open now · ' : ''}
              {cells === 1 ? '1 cell' : `${cells} cells`} · {changedWords(changed, new Date())}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
