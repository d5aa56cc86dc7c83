import { memo } from 'react';
import type { ConsoleLevel, ValueTree } from '@/lib/protocol';
import type { ConsoleLine } from '@/lib/lesson/output-blocks';
import { ScrollBox } from './scroll-box';
import { ValueView } from './value-view';
import styles from './console.module.css';

/** Said before a line, since the colour alone would not do; plain lines say nothing. */
const LEVEL_WORDS: Record<ConsoleLevel, string> = {
  debug: 'debug',
  log: '',
  info: 'info',
  warn: 'warning',
  error: 'error',
};

/** A stretch of the console, in a box that scrolls once it is long. */
export function ConsoleView({ lines }: { lines: readonly ConsoleLine[] }) {
  return (
    <ScrollBox label="Console" follow={lines.length}>
      <ul className={styles.lines}>
        {lines.map(({ level, parts, count }, index) => (
          <Line key={index} level={level} parts={parts} count={count} />
        ))}
      </ul>
    </ScrollBox>
  );
}

type LineProps = { level: ConsoleLevel; parts: readonly ValueTree[]; count: number };

/** Memoised: a long log grows by a few lines at a time. */
const Line = memo(function Line({ level, parts, count }: LineProps) {
  return (
    <li className={styles.line} data-level={level}>
      {LEVEL_WORDS[level] !== '' && <span className={styles.level}>{LEVEL_WORDS[level]}</span>}
      <div className={styles.parts}>
        {parts.map((part, index) => (
          <ValueView key={index} value={part} />
        ))}
      </div>
      {count > 1 && (
        <span className={styles.count}>
          {count.toLocaleString('en')}
          <span aria-hidden="true">×</span>
          <span className={styles.spoken}> times</span>
        </span>
      )}
    </li>
  );
});
