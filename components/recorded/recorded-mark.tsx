import styles from './recorded.module.css';

type Props = {
  /** When, on what and in what time, e.g. "Recorded on 29 November 2026 on WebAssembly, in 5.1 s". */
  made: string;
  /** Whether the cell's code is another than the lesson's, which was recorded. */
  edited: boolean;
};

/** Above what a cell showed when it was recorded. */
export function RecordedMark({ made, edited }: Props) {
  return (
    <p className={styles.mark} data-recorded="">
      {edited ? `${made}, with the lesson’s own code. ` : `${made}. `}
      <span className={styles.scripted}>
        {edited ? 'Run to see what yours gives.' : 'Run to see it made anew.'}
      </span>
    </p>
  );
}
