'use client';

import { useId, useRef } from 'react';
import { Icon } from '@/components/cell/icon';
import { useKeptFocus } from '@/components/cell/use-kept-focus';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { Exercise } from '@/lib/exercises/exercise';
import type { ExerciseSnapshot } from '@/lib/exercises/exercise-snapshot';
import type { CellSnapshot } from '@/lib/kernel/state';
import { isBusy } from '@/lib/lesson/state-words';
import { ExerciseState } from './exercise-state';
import styles from './exercise.module.css';

type Props = {
  exercise: Exercise;
  cell: CellSnapshot;
  snapshot: ExerciseSnapshot;
  /** The element with the title, which tells these buttons from those of other exercises. */
  titleId: string;
  hasSolution: boolean;
  onRun: () => void;
  onCheck: () => void;
  onStop: () => void;
  onHint: () => void;
  onSolution: () => void;
  onReset: () => void;
};

/** What can be done with an answer, and how it stands. */
export function ExerciseBar({ exercise, cell, snapshot, titleId, hasSolution, ...on }: Props) {
  const check = useRef<HTMLButtonElement>(null);
  const stop = useRef<HTMLButtonElement>(null);
  const reset = useRef<HTMLButtonElement>(null);
  const hintsId = useId();
  const hydrated = useHydrated();
  const busy = snapshot.status === 'running' || isBusy(cell.state);
  const untouched = cell.code === cell.original && snapshot.verdict === null;
  const runs = exercise.kind === 'code' || exercise.kind === 'prediction';
  useKeptFocus(stop, !busy, check);
  useKeptFocus(reset, untouched, check);
  const button = {
    type: 'button',
    className: styles.button,
    'aria-describedby': titleId,
  } as const;
  return (
    <div className={styles.bar}>
      {exercise.kind === 'code' && (
        <button {...button} className={styles.run} disabled={!hydrated} onClick={on.onRun}>
          <Icon name="run" />
          Run
        </button>
      )}
      <button
        {...button}
        ref={check}
        className={styles.check}
        disabled={!hydrated}
        onClick={on.onCheck}
      >
        Check
      </button>
      {runs && (
        <button {...button} ref={stop} disabled={!busy} onClick={on.onStop}>
          <Icon name="stop" />
          Stop
        </button>
      )}
      {exercise.hints > 0 && (
        <button
          {...button}
          aria-describedby={`${titleId} ${hintsId}`}
          disabled={!hydrated || snapshot.hints >= exercise.hints}
          onClick={on.onHint}
        >
          Hint
        </button>
      )}
      {hasSolution && (
        <button
          {...button}
          aria-expanded={snapshot.solution === 'shown'}
          disabled={!hydrated}
          onClick={on.onSolution}
        >
          Solution
        </button>
      )}
      <button {...button} ref={reset} disabled={untouched} onClick={on.onReset}>
        <Icon name="reset" />
        Reset
      </button>
      <span id={hintsId} className={styles.spoken}>
        {snapshot.hints} of {exercise.hints} shown
      </span>
      <ExerciseState {...{ exercise, snapshot, cell }} />
    </div>
  );
}
