'use client';

import type { CellId } from '@/lib/protocol';
import { exactTime } from '@/lib/lesson/past-time';
import styles from './earlier-visit.module.css';
import { useVersions } from './use-versions';

/** Above what a cell shows from an earlier visit. */
export function EarlierVisit({ id }: { id: CellId }) {
  const made = useVersions((snapshot) => snapshot.visited[id]);
  return (
    <p className={styles.mark} data-earlier="">
      From your earlier visit{made === undefined ? '' : `, ${exactTime(made)}`}. Run to make it
      anew.
    </p>
  );
}
