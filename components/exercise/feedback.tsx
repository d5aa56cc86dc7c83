'use client';

import type { ReactNode } from 'react';
import { CodedWords } from '@/components/cell/coded-words';
import { ErrorView, type GoTo } from '@/components/output/error-view';
import { Prose } from '@/components/mdx/prose';
import type { Exercise } from '@/lib/exercises/exercise';
import type { ExerciseSnapshot } from '@/lib/exercises/exercise-snapshot';
import type { Verdict } from '@/lib/exercises/verdict';
import { headline, lineWords } from '@/lib/exercises/verdict-words';
import type { CellSnapshot } from '@/lib/kernel/state';
import { listWords } from '@/lib/lesson/list-words';
import { exactTime } from '@/lib/lesson/past-time';
import authors from './author.module.css';
import styles from './feedback.module.css';
import { Mark } from './mark';
import { PredictionResult } from './prediction-result';
import { TestList } from './test-list';

type Props = {
  exercise: Exercise;
  snapshot: ExerciseSnapshot;
  cell: CellSnapshot;
  /** The author's answer or explanation in words; null for none. */
  author: ReactNode | null;
  onGoTo: GoTo;
  onPutBack: () => void;
  onOwnWord: (same: boolean) => void;
};

/** What a check has found, the most helpful first: what to do, the recognised mistake, then test by test. */
export function Feedback(props: Props) {
  const { exercise, snapshot, cell, onGoTo, onPutBack, onOwnWord } = props;
  // Beneath, as the solution, the same words stand already.
  const author = snapshot.solution === 'shown' ? null : props.author;
  const { verdict, note, changedLines, comparing, revealed, error, checked, before } = snapshot;
  const outdated = verdict !== null && checked !== cell.code;
  const busy = snapshot.status === 'running';
  return (
    <div className={styles.feedback} data-busy={busy || undefined}>
      {note !== '' && <p className={styles.note}>{note}</p>}
      {changedLines.length > 0 && <ChangedGiven lines={changedLines} onPutBack={onPutBack} />}
      {comparing && <Comparing author={author} onOwnWord={onOwnWord} />}
      {verdict !== null && (
        <>
          {outdated && <p className={styles.small}>Your answer has changed since this check.</p>}
          <p className={styles.headline} data-status={verdict.status}>
            <Mark of={verdict.status} />
            {headline(verdict)}
          </p>
          {verdict.mistake !== null && <p className={styles.mistake}>{verdict.mistake}</p>}
          {verdict.message !== '' && (
            <p className={helps(exercise) ? styles.mistake : styles.message}>
              <CodedWords words={verdict.message} />
            </p>
          )}
          {error !== null && <ErrorView error={error} onGoTo={onGoTo} />}
          {revealed !== null && exercise.kind === 'prediction' && (
            <PredictionResult exercise={exercise} answer={checked ?? ''} revealed={revealed} />
          )}
          <TestList tests={verdict.tests} figures={snapshot.figures} onGoTo={onGoTo} />
          {author !== null && explains(exercise, verdict) && !comparing && (
            <Author label={labelOf(exercise)} words={author} />
          )}
          <p className={styles.small}>
            {before !== null && `As you checked it on ${exactTime(before)}. `}
            {hiddenWords(exercise)}
            Checked by your own browser alone.
          </p>
        </>
      )}
    </div>
  );
}

/** Where the message is the author's sentence on just this answer, not the page's own words. */
const helps = ({ kind }: Exercise) => kind === 'choice' || kind === 'number';

/** Whether the author's words are due: beside the reader's own, after a pass, or once all is revealed. */
function explains({ kind }: Exercise, { status }: Verdict): boolean {
  return kind === 'text' || kind === 'prediction' || status === 'passed';
}

const labelOf = ({ kind }: Exercise) => (kind === 'text' ? 'The author’s answer' : 'Why');

function hiddenWords(exercise: Exercise): string {
  if (exercise.kind !== 'code' || exercise.hidden.tests === 0) return '';
  const { tests, points } = exercise.hidden;
  const which = tests === 1 ? 'One more test' : `${tests} more tests`;
  return `${which}, worth ${points}, would run where a course is graded. `;
}

type ChangedProps = { lines: ExerciseSnapshot['changedLines']; onPutBack: () => void };

function ChangedGiven({ lines, onPutBack }: ChangedProps) {
  const missing = lines.every((line) => line === null);
  return (
    <div className={styles.row}>
      <p>
        {missing
          ? 'Given lines are missing.'
          : `Given and not to be changed: ${listWords(lines.map(lineWords), 6)}.`}{' '}
        The rest of your code stays as it is.
      </p>
      <button type="button" className={styles.button} onClick={onPutBack}>
        Put the given lines back
      </button>
    </div>
  );
}

function Author({ label, words }: { label: string; words: ReactNode }) {
  return (
    <div className={authors.author}>
      <p className={authors.label}>{label}</p>
      <Prose className={authors.words}>{words}</Prose>
    </div>
  );
}

type ComparingProps = { author: ReactNode; onOwnWord: (same: boolean) => void };

/** Nobody but the reader can say whether two texts mean the same. */
function Comparing({ author, onOwnWord }: ComparingProps) {
  return (
    <>
      {author !== null && <Author label="The author’s answer" words={author} />}
      <div className={styles.row} role="group" aria-label="Does yours say the same?">
        <p>Does yours say the same? Only you can tell, and it is noted as your own word.</p>
        <button type="button" className={styles.button} onClick={() => onOwnWord(true)}>
          Yes, the same
        </button>
        <button type="button" className={styles.button} onClick={() => onOwnWord(false)}>
          Not yet
        </button>
      </div>
    </>
  );
}
