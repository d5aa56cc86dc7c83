'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { ChangedCode } from '@/components/editor/changed-code';
import { Prose } from '@/components/mdx/prose';
import type { Exercise } from '@/lib/exercises/exercise';
import type { ExerciseSnapshot } from '@/lib/exercises/exercise-snapshot';
import styles from './author.module.css';

type Props = {
  exercise: Exercise;
  snapshot: ExerciseSnapshot;
  answer: ReactNode | null;
  choices: readonly ReactNode[];
};

/** The author's solution; it takes the focus when it is opened. */
export function SolutionView({ exercise, snapshot, answer, choices }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div
      ref={place}
      className={styles.solution}
      tabIndex={-1}
      role="group"
      aria-label="A solution"
      data-solution=""
    >
      <p className={styles.label}>A solution</p>
      {snapshot.solutionCode !== '' && (
        <div className={styles.code} data-scroller>
          <ChangedCode code={snapshot.solutionCode} />
        </div>
      )}
      {exercise.kind === 'choice' && (
        <ul className={styles.right}>
          {choices
            .filter((_, at) => exercise.choices[at]?.correct)
            .map((choice, at) => (
              <li key={at}>{choice}</li>
            ))}
        </ul>
      )}
      {exercise.kind === 'number' && (
        <p className={styles.number}>
          {exercise.answer} {exercise.unit}
        </p>
      )}
      {answer !== null && <Prose className={styles.words}>{answer}</Prose>}
    </div>
  );
}
