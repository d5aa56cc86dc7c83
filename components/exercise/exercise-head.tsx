'use client';

import { useState } from 'react';
import { useLesson } from '@/components/lesson/use-lesson';
import { lateComponent } from '@/components/ui/late-component';
import { useVersions } from '@/components/versions/use-versions';
import type { Exercise } from '@/lib/exercises/exercise';
import { pointsHere } from '@/lib/exercises/outline';
import type { CellSnapshot } from '@/lib/kernel/state';
import styles from './exercise.module.css';

const HistoryDialog = lateComponent(
  async () => (await import('@/components/versions/history-dialog')).HistoryDialog,
);

type Props = { exercise: Exercise; cell: CellSnapshot; titleId: string };

/** Number, title, how hard it is and what it gives. The style sheet counts the number. */
export function ExerciseHead({ exercise, cell, titleId }: Props) {
  const { title, difficulty, concepts } = exercise;
  const points = pointsHere(exercise);
  return (
    <header className={styles.head}>
      <p className={styles.number} aria-hidden="true" />
      <h3 id={titleId} className={styles.title}>
        {title}
      </h3>
      <p className={styles.facts}>
        <span>{difficulty}</span>
        <span>{points === 1 ? '1 point' : `${points} points`}</span>
        <span>{concepts.join(', ')}</span>
      </p>
      <AnswerTools cell={cell} titleId={titleId} inCode={exercise.kind === 'code'} />
    </header>
  );
}

type ToolsProps = { cell: CellSnapshot; titleId: string; inCode: boolean };

/** The way back after the answer was put back to its beginning, and to what the code was before. */
function AnswerTools({ cell, titleId, inCode }: ToolsProps) {
  const { versions } = useLesson();
  const kept = useVersions((snapshot) => snapshot.kept[cell.id]) ?? false;
  const undoable = useVersions((snapshot) => snapshot.undoable[cell.id] !== undefined) ?? false;
  const [open, setOpen] = useState(false);
  if (versions === null) return null;
  return (
    <span className={styles.tools}>
      {undoable && (
        <button
          type="button"
          aria-describedby={titleId}
          onClick={() => versions.undoReset(cell.id)}
        >
          Undo
        </button>
      )}
      {inCode && (kept || undoable || cell.code !== cell.original) && (
        <button
          type="button"
          aria-describedby={titleId}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
          onPointerEnter={HistoryDialog.fetchAhead}
        >
          History
        </button>
      )}
      {open && <HistoryDialog cell={cell} versions={versions} onClose={() => setOpen(false)} />}
    </span>
  );
}
