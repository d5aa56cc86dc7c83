import type { ReactNode } from 'react';
import styles from './inline-code.module.css';

/** A name or a bit of code within text. */
export function InlineCode({ children }: { children?: ReactNode }) {
  return <code className={styles.code}>{children}</code>;
}
