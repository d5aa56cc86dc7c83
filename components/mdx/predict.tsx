import type { ReactNode } from 'react';
import styles from './predict.module.css';
import { Prose } from './prose';

/** A question to answer before reading on; its answer opens on request. */
export function Predict({ question, children }: { question: string; children: ReactNode }) {
  return (
    <details className={styles.predict}>
      <summary className={styles.question}>
        <span className={styles.label}>Predict</span>
        <span className={styles.text}>{question}</span>
        <span className={styles.action} aria-hidden="true" />
      </summary>
      <Prose className={styles.answer}>{children}</Prose>
    </details>
  );
}
