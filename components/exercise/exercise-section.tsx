'use client';

import { useId, useRef } from 'react';
import { goToLine } from '@/components/cell/go-to-line';
import { useApproach } from '@/components/cell/use-approach';
import { useRunKey } from '@/components/cell/use-run-key';
import { useCell } from '@/components/lesson/use-cell';
import { useLessonValue } from '@/components/lesson/use-lesson-value';
import { Prose } from '@/components/mdx/prose';
import { NoticesSlot } from '@/components/versions/notices-slot';
import { answerCell } from '@/lib/exercises/exercise-lesson';
import type { LessonStore } from '@/lib/lesson/lesson-store';
import { isBusy } from '@/lib/lesson/state-words';
import { AnswerPlace } from './answer-place';
import { ExerciseBar } from './exercise-bar';
import { ExerciseHead } from './exercise-head';
import type { ExerciseViewProps } from './exercise-view';
import styles from './exercise.module.css';
import { Hints } from './hints';
import { Feedback, RunOutput, SolutionView } from './late-parts';
import { useExercise } from './use-exercise';

type Props = ExerciseViewProps & { lesson: LessonStore };

/** One quiet object: what is asked, the reader's answer, what can be done with it, and what came of it. */
export function ExerciseSection({ lesson, ...props }: Props) {
  const { slug, exercise, task, hints, answer } = props;
  const { snapshot, act, approach } = useExercise(slug, exercise, lesson);
  const cell = useCell(answerCell(exercise.id));
  // Or was asked to, or can't be kept: there is something to say.
  const hasRun = useLessonValue(
    ({ kernel, drafts }) =>
      cell.state !== 'idle' || kernel.message !== null || drafts.state === 'refused',
  );
  const section = useRef<HTMLElement>(null);
  const code = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const inCode = exercise.kind === 'code';
  const run = () => (inCode ? lesson.run(cell.id) : undefined);
  const check = () => act((store) => store.check());
  const stop = () => {
    if (isBusy(cell.state)) lesson.stop();
    act((store) => store.stop());
  };
  useApproach(section, () => {
    approach();
    Feedback.fetchAhead();
  });
  useRunKey(section, code, inCode ? run : () => undefined, check);
  const goTo = (line: number, column: number) => goToLine(code.current, line, column);
  return (
    <section
      ref={section}
      id={`exercise-${exercise.id}`}
      className={styles.exercise}
      data-exercise={exercise.id}
      data-verdict={snapshot.status}
      data-answer-cell={cell.id}
      aria-labelledby={titleId}
    >
      <ExerciseHead exercise={exercise} cell={cell} titleId={titleId} />
      <Prose className={styles.task}>{task}</Prose>
      <NoticesSlot cell={cell} />
      <div ref={code}>
        <AnswerPlace {...props} {...{ cell, snapshot, titleId }} onRun={run} />
      </div>
      <ExerciseBar
        {...{ exercise, cell, snapshot, titleId }}
        hasSolution={inCode || answer !== null || exercise.kind === 'choice'}
        onRun={run}
        onCheck={check}
        onStop={stop}
        onHint={() => act((store) => store.hint())}
        onSolution={() => act((store) => store.solve())}
        onReset={() => act((store) => store.reset())}
      />
      {inCode && hasRun && <RunOutput cell={cell} onGoTo={goTo} />}
      <div className={styles.feedback} data-feedback="">
        {hasFeedback(snapshot) && (
          <Feedback
            {...{ exercise, snapshot, cell }}
            author={answer}
            onGoTo={goTo}
            onPutBack={() => act((store) => store.putBack())}
            onOwnWord={(same) => act((store) => store.ownWord(same))}
            meanwhile={snapshot.note}
          />
        )}
      </div>
      <Hints shown={snapshot.hints} hints={hints} />
      {snapshot.solution === 'shown' && (
        <SolutionView {...{ exercise, snapshot, answer }} choices={props.choices} />
      )}
      <p className={styles.spoken} aria-live="polite">
        {snapshot.said}
      </p>
    </section>
  );
}

type Shown = Pick<
  Parameters<typeof ExerciseBar>[0]['snapshot'],
  'verdict' | 'note' | 'comparing' | 'revealed'
>;

const hasFeedback = ({ verdict, note, comparing, revealed }: Shown) =>
  verdict !== null || note !== '' || comparing || revealed !== null;
