'use client';

import { useMemo, useState } from 'react';
import { DiffPlace } from '@/components/editor/diff-place';
import { lineDiff, type DiffLine } from '@/lib/lesson/line-diff';
import styles from './code-diff.module.css';

type Props = {
  before: string;
  after: string;
  /** What the two are called; the first goes, the second comes. */
  names: readonly [string, string];
  /** What is compared, for those who listen, e.g. the cell's title. */
  of: string;
};

/**
 * Two codes as one text: what goes, what comes and what stays. As lines of text at once and wherever a plain editor
 * serves; in Monaco, which marks what differs within the lines, as soon as that is there.
 */
export function CodeDiff({ before, after, names, of }: Props) {
  const [inMonaco, setInMonaco] = useState(false);
  const label = `${of}: ${names[0]} and ${names[1]}`;
  return (
    <div className={styles.diff}>
      <p className={styles.names}>
        <span className={styles.removed}>
          <span aria-hidden="true">−</span> {names[0]}
        </span>
        <span className={styles.added}>
          <span aria-hidden="true">+</span> {names[1]}
        </span>
      </p>
      {before === after ? (
        <p className={styles.same}>The two are the same.</p>
      ) : (
        <>
          {!inMonaco && <Lines before={before} after={after} label={label} />}
          <DiffPlace
            key={`${before}\u0000${after}`}
            {...{ before, after, label }}
            onShown={setInMonaco}
          />
        </>
      )}
    </div>
  );
}

type LinesProps = { before: string; after: string; label: string };

function Lines({ before, after, label }: LinesProps) {
  const lines = useMemo(() => lineDiff(before, after), [before, after]);
  return (
    <pre className={styles.lines} tabIndex={0} role="group" aria-label={label}>
      {lines.map((line, at) => (
        <Line key={at} line={line} />
      ))}
    </pre>
  );
}

function Line({ line: { kind, text } }: { line: DiffLine }) {
  switch (kind) {
    case 'same':
      return <span className={styles.line}>{`  ${text}\n`}</span>;
    case 'removed':
      return (
        <del className={`${styles.line} ${styles.removed}`}>
          <span className={styles.spoken}>Goes: </span>
          {`− ${text}\n`}
        </del>
      );
    case 'added':
      return (
        <ins className={`${styles.line} ${styles.added}`}>
          <span className={styles.spoken}>Comes: </span>
          {`+ ${text}\n`}
        </ins>
      );
    default:
      return kind satisfies never;
  }
}
