import type { ReactNode } from 'react';
import styles from './aside.module.css';

/**
 * A note beside the text on a wide screen, and within it on a narrow one.
 * Write it on lines of its own, before the paragraph that it should stand beside.
 */
export function Aside({ children }: { children: ReactNode }) {
  return (
    <aside className={styles.aside} aria-label="Note">
      {children}
    </aside>
  );
}
