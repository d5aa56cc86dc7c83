import type { Heading } from '@/lib/content';
import styles from './contents.module.css';

function Entries({ headings }: { headings: readonly Heading[] }) {
  return (
    <ul className={styles.list}>
      {headings.map(({ id, text, depth }) => (
        <li key={id} className={depth === 2 ? styles.section : styles.part}>
          <a href={`#${id}`}>{text}</a>
        </li>
      ))}
    </ul>
  );
}

/** The sections of a lesson: beside the text where there is room. `ContentsTracker` marks the current one. */
export function Contents({ headings }: { headings: readonly Heading[] }) {
  const shown = headings.filter(({ depth }) => depth < 4);
  return (
    <nav className={styles.beside} aria-label="Contents of this lesson" data-contents data-no-print>
      <p className={styles.title} aria-hidden="true">
        In this lesson
      </p>
      <Entries headings={shown} />
    </nav>
  );
}

/** The same, folded, above the text where there is no room beside it. */
export function FoldedContents({ headings }: { headings: readonly Heading[] }) {
  const shown = headings.filter(({ depth }) => depth === 2);
  return (
    <nav className={styles.folded} aria-label="Contents of this lesson" data-no-print>
      <details>
        <summary className={styles.summary}>In this lesson</summary>
        <Entries headings={shown} />
      </details>
    </nav>
  );
}
