import type { ReactNode } from 'react';
import styles from './page-head.module.css';

/** The title of a page that is no lesson, and what it is for. */
export function PageHead({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.lead}>{children}</p>
    </>
  );
}
