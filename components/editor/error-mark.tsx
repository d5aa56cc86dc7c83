import styles from './cell-editor.module.css';
import type { CodeError } from './code-error';

const WORD = /^[\w$]+/;

/**
 * Marks the line of an error under code that is not in Monaco. It repeats the line invisibly, so that the squiggle
 * starts and ends where the code's own characters do.
 */
export function ErrorMark({ code, error }: { code: string; error: CodeError }) {
  if (error.line === undefined) return null;
  const lines = code.split('\n');
  const line = Math.min(Math.max(1, error.line), lines.length);
  const { before, marked } = split(lines[line - 1] ?? '', error.column);
  return (
    <div
      className={styles.errorLine}
      style={{ '--line': line - 1 } as React.CSSProperties}
      data-error-line={line}
      aria-hidden="true"
    >
      <span className={styles.errorGutter} />
      {before}
      <span className={styles.squiggle}>{marked}</span>
    </div>
  );
}

/** The word at the column, else all of the line but its indentation. */
function split(line: string, column: number | undefined): { before: string; marked: string } {
  const start = column === undefined ? line.search(/\S|$/) : Math.min(column - 1, line.length);
  const rest = line.slice(start).trimEnd();
  const word = column === undefined ? undefined : WORD.exec(rest)?.[0];
  return { before: line.slice(0, start), marked: word ?? (rest || ' ') };
}
