'use client';

import { useLesson } from '@/components/lesson/use-lesson';
import { useVersions } from '@/components/versions/use-versions';
import type { Exercise } from '@/lib/exercises/exercise';
import { pointsHere } from '@/lib/exercises/outline';
import type { CellSnapshot } from '@/lib/kernel/state';
import styles from './exercise.module.css';
import { AnswerTools } from './late-parts';

type Props = { exercise: Exercise; cell: CellSnapshot; titleId: string };

/** Number, title, how hard it is and what it gives. The style sheet counts the number. */
export function ExerciseHead({ exercise, cell, titleId }: Props) {
  const { title, difficulty, concepts } = exercise;
  const { versions } = useLesson();
  const kept = useVersions((snapshot) => snapshot.kept[cell.id]) ?? false;
  const undoable = useVersions((snapshot) => snapshot.undoable[cell.id] !== undefined) ?? false;
  const inCode = exercise.kind === 'code';
  const hasTools = undoable || (inCode && (kept || cell.code !== cell.original));
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
      {hasTools && versions !== null && (
        <AnswerTools {...{ cell, versions, titleId, undoable, inCode }} />
      )}
    </header>
  );
}
