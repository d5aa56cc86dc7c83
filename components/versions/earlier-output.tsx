'use client';

import type { Restored } from '@/lib/kernel/state';
import { exactTime } from '@/lib/lesson/past-time';
import type { CellId } from '@/lib/protocol';
import styles from './earlier-output.module.css';
import { useVersions } from './use-versions';

type Props = { id: CellId; from: Restored };

/** Above what a cell shows that none of its runs on this page has made. */
export function EarlierOutput({ id, from }: Props) {
  const made = useVersions((snapshot) => snapshot.visited[id]);
  return (
    <p className={styles.mark} data-earlier="">
      {originWords(from, made)}. Run to make it anew.
    </p>
  );
}

function originWords(from: Restored, made: number | undefined): string {
  switch (from) {
    case 'visit':
      return `From your earlier visit${made === undefined ? '' : `, ${exactTime(made)}`}`;
    case 'deletion':
      return 'From before this cell was deleted';
    default:
      return from satisfies never;
  }
}
