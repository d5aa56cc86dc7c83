import type { ReactNode } from 'react';
import styles from './table.module.css';

/** A table, which scrolls inside itself when it is too wide. Its numerals line up. */
export function Table({ children }: { children?: ReactNode }) {
  return (
    <div className={styles.scroller} data-scroller>
      <table className={styles.table}>{children}</table>
    </div>
  );
}
