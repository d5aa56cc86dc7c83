import type { ReactNode } from 'react';
import styles from './prose.module.css';

/** Running text: the spacing, lists, quotations and notes of a lesson. */
export function Prose({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div className={className ? `${styles.prose} ${className}` : styles.prose}>{children}</div>
  );
}
