'use client';

import { type ComponentProps, useRef, useState } from 'react';
import { useApproach } from '@/components/cell/use-approach';
import { CellEditor } from '@/components/editor/cell-editor';
import { useLesson } from '@/components/lesson/use-lesson';
import type { ExerciseSnapshot } from '@/lib/exercises/exercise-snapshot';
import type { CellSnapshot } from '@/lib/kernel/state';
import { ChoiceAnswer } from './choice-answer';
import type { ExerciseViewProps } from './exercise-view';
import { useKnownSetup } from './use-known-setup';
import answers from './answer.module.css';
import styles from './exercise.module.css';
import { SketchPad } from './late-parts';
import { NumberAnswer } from './number-answer';

type Props = ExerciseViewProps & {
  cell: CellSnapshot;
  snapshot: ExerciseSnapshot;
  titleId: string;
  onRun: () => void;
};

/** Where the reader answers: in code, by a choice, with a number, a curve or words. It is kept as it is made. */
export function AnswerPlace(props: Props) {
  const { exercise, cell, snapshot, titleId, choices } = props;
  const lesson = useLesson();
  const write = (answer: string) => lesson.edit(cell.id, answer);
  const answer = { value: cell.code, onChange: write, titleId };
  const locked = snapshot.status === 'running';
  switch (exercise.kind) {
    case 'code':
      return <CodeAnswer {...props} />;
    case 'choice':
      return <ChoiceAnswer {...answer} exercise={exercise} choices={choices} />;
    case 'number':
      return <NumberAnswer {...answer} label="Your answer" unit={exercise.unit} />;
    case 'prediction': {
      const { commit } = exercise;
      // What was committed stands until Reset: a prediction is made before, not after.
      const fixed = locked || snapshot.revealed !== null;
      return commit.of === 'number' ? (
        <NumberAnswer {...answer} label="Your prediction" unit="" readOnly={fixed} />
      ) : (
        <CurveAnswer
          {...answer}
          plane={commit}
          readOnly={fixed}
          revealed={snapshot.revealed?.ys ?? null}
        />
      );
    }
    case 'text':
      return (
        <label className={styles.words}>
          <span className={styles.label}>Your answer</span>
          <textarea
            className={answers.text}
            rows={4}
            value={cell.code}
            aria-describedby={titleId}
            onChange={(event) => write(event.target.value)}
          />
        </label>
      );
    default:
      return exercise satisfies never;
  }
}

/** The pad is fetched when the reader comes to it. */
function CurveAnswer(props: ComponentProps<typeof SketchPad>) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useApproach(place, () => setNear(true));
  const room = <div className={answers.padPlace} />;
  return <div ref={place}>{near ? <SketchPad {...props} meanwhile={room} /> : room}</div>;
}

function CodeAnswer({ slug, exercise, cell, snapshot, starter, onRun }: Props) {
  const lesson = useLesson();
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useApproach(place, () => setNear(true));
  useKnownSetup(slug, exercise.id, near);
  return (
    <div ref={place} className={styles.code}>
      <CellEditor
        cellId={cell.id}
        title={exercise.title}
        value={cell.code}
        original={cell.original}
        onChange={(code) => lesson.edit(cell.id, code)}
        onRun={onRun}
        farKey="checks"
        error={errorIn(cell, snapshot)}
      >
        {starter}
      </CellEditor>
    </div>
  );
}

/** The error of the last run or check of just this code. */
function errorIn(cell: CellSnapshot, { error, checked }: ExerciseSnapshot) {
  if (cell.state === 'error') return cell.error;
  return checked === cell.code ? error : null;
}
