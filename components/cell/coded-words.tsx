import styles from './coded-words.module.css';

/** A sentence in which names of variables stand between backticks. */
export function CodedWords({ words }: { words: string }) {
  return words.split('`').map((part, index) =>
    // What comes after an odd number of backticks is code.
    index % 2 === 1 ? (
      <code key={index} className={styles.code}>
        {part}
      </code>
    ) : (
      part
    ),
  );
}
