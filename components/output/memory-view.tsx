import { memoryWords } from '@/lib/lesson/memory-words';
import type { MemoryReport } from '@/lib/protocol';
import type { GoTo } from './error-view';
import styles from './memory.module.css';

type Props = { memory: MemoryReport; onGoTo: GoTo };

/** What is in memory after a run, what of it the run left behind, with the lines that made it, and what would free it. */
export function MemoryView({ memory, onGoTo }: Props) {
  const { held, leaks, advice } = memoryWords(memory);
  if (held === null && advice === null) return null;
  return (
    <div className={styles.memory} data-memory="">
      {held !== null && <p>{held}</p>}
      {leaks.map(({ before, line, after }, index) => (
        <p key={index}>
          {before}
          {line !== null && (
            <button type="button" className={styles.line} onClick={() => onGoTo(line, 1)}>
              line {line}
            </button>
          )}
          {after}
        </p>
      ))}
      {advice !== null && <p>{advice}</p>}
    </div>
  );
}
