'use client';

import type { Exercise } from '@/lib/exercises/exercise';
import type { ExerciseSnapshot } from '@/lib/exercises/exercise-snapshot';
import type { CellSnapshot } from '@/lib/kernel/state';
import { isBusy, stateWord } from '@/lib/lesson/state-words';
import styles from './exercise-state.module.css';
import { Mark } from './mark';

type Props = { exercise: Exercise; snapshot: ExerciseSnapshot; cell: CellSnapshot };

/** How the exercise stands: a sign and a word. */
export function ExerciseState({ exercise, snapshot, cell }: Props) {
  const { status, ended, progress, verdict, checked } = snapshot;
  if (status !== 'running' && isBusy(cell.state)) {
    return <p className={styles.state}>{stateWord(cell.state, cell.progress)}</p>;
  }
  const total = exercise.kind === 'code' ? exercise.tests.length : 0;
  const passedBefore = status !== 'passed' && progress?.best?.status === 'passed';
  const outdated = verdict !== null && status !== 'running' && checked !== cell.code;
  return (
    <p className={styles.state} data-state={outdated ? 'outdated' : status}>
      <Mark of={status} />
      <span>
        {passedBefore && status === 'unattempted' ? 'passed before' : WORDS[status]}
        {status === 'running' && total > 0 && `, ${ended} of ${total} tests`}
        {verdict !== null && status !== 'running' && `, ${verdict.points} of ${verdict.possible}`}
        {outdated && ', changed since'}
        {passedBefore && status !== 'unattempted' && ' (passed before)'}
      </span>
    </p>
  );
}

const WORDS: Record<ExerciseSnapshot['status'], string> = {
  unattempted: 'not tried yet',
  running: 'being checked',
  passed: 'passed',
  failed: 'not passed yet',
  error: 'an error',
  timeout: 'out of time',
  stopped: 'stopped',
};
