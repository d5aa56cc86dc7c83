import type { ReactNode } from 'react';
import styles from './lesson-page.module.css';

/** The page of a lesson: the text, and its contents beside it where there is room. */
export function LessonPage({ contents, children }: { contents: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.page}>
      <main id="main" className={styles.main} tabIndex={-1}>
        <article>{children}</article>
      </main>
      {contents}
    </div>
  );
}

/** The column of text. Notes hang out of it to the right on a wide screen. */
export function LessonText({ children }: { children: ReactNode }) {
  return <div className={styles.text}>{children}</div>;
}
