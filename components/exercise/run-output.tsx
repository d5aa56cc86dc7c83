'use client';

import { useEffect, useRef } from 'react';
import { useHeldHeight } from '@/components/cell/use-held-height';
import { useLessonValue } from '@/components/lesson/use-lesson-value';
import { LateOutput as CellOutput } from '@/components/recorded/late-output';
import type { CellSnapshot } from '@/lib/kernel/state';
import { announcement, isBusy } from '@/lib/lesson/state-words';
import styles from './exercise.module.css';

const SHOWS_NOTHING =
  'It ran, and shows nothing: end it with a value to see one, such as a call of your function.';

type Props = { cell: CellSnapshot; onGoTo: (line: number, column: number) => void };

/** What the reader's code shows when it is run, as any cell does; and why it could not be. */
export function RunOutput({ cell, onGoTo }: Props) {
  const area = useRef<HTMLDivElement>(null);
  const busy = isBusy(cell.state);
  const message = useLessonValue(({ kernel }) => kernel.message);
  const kept = useLessonValue(({ drafts }) => (drafts.state === 'refused' ? drafts.text : ''));
  const setupError = useLessonValue(({ kernel }) =>
    kernel.order.some((id) => id !== cell.id && kernel.cells[id]?.error),
  );
  useHeldHeight(area, busy);
  useEffect(() => {
    if (busy) void CellOutput.fetch();
  }, [busy]);
  const { outputs, error, memory } = cell;
  const blank = outputs.length === 0 && error === null && memory === null;
  return (
    <>
      {kept !== '' && <p className={styles.note}>{kept}</p>}
      {message !== null && <p className={styles.note}>{message}</p>}
      {setupError && (
        <p className={styles.note}>
          What this exercise runs before your code has failed; this is not your fault.
        </p>
      )}
      <div ref={area} className={styles.output} role="group" aria-label="What your code shows">
        {!blank && <CellOutput cell={cell} onGoTo={onGoTo} recorded />}
        {blank && cell.state === 'done' && <p className={styles.note}>{SHOWS_NOTHING}</p>}
      </div>
      <p className={styles.spoken} aria-live="polite">
        {announcement(cell)}
      </p>
    </>
  );
}
