import { CodedWords } from '@/components/cell/coded-words';
import type { CellError } from '@/lib/protocol';
import styles from './error.module.css';

export type GoTo = (line: number, column: number) => void;

type Props = { error: CellError; onGoTo: GoTo };

/** What went wrong, where in the reader's own code, and what to try. */
export function ErrorView({ error, onGoTo }: Props) {
  const { name, message, hint, line, column, stack } = error;
  return (
    <div className={styles.error}>
      <p className={styles.message}>
        <span className={styles.name}>{name}</span> {message}
      </p>
      {hint !== undefined && (
        <p className={styles.hint}>
          <CodedWords words={hint} />
        </p>
      )}
      {line !== undefined && (
        <p>
          <button type="button" className={styles.line} onClick={() => onGoTo(line, column ?? 1)}>
            line {line}
            {column !== undefined && `, column ${column}`}
          </button>
        </p>
      )}
      {stack.length > 1 && (
        <ol className={styles.stack} aria-label="Called from">
          {stack.map((frame, index) => (
            <li key={index}>{frame}</li>
          ))}
        </ol>
      )}
    </div>
  );
}
