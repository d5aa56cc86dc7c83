import type { ReactNode } from 'react';
import styles from './wide.module.css';

/** Breaks out of the text column to the full measure: a table or a picture that needs the room. */
export function Wide({ children }: { children: ReactNode }) {
  return <div className={styles.wide}>{children}</div>;
}
