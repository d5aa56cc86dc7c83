import type { ReactNode } from 'react';
import type { Exercise } from '@/lib/exercises/exercise';

type Props = {
  slug: string;
  exercise: Exercise;
  task: ReactNode;
  hints: readonly ReactNode[];
  answer: ReactNode | null;
  choices: readonly ReactNode[];
  /** The starter's highlighted code. */
  starter: ReactNode;
};

/** An exercise as it can be read. */
export function ExerciseView({ exercise, task, starter }: Props) {
  return (
    <section data-exercise={exercise.id} data-verdict="unattempted">
      {task}
      {starter}
    </section>
  );
}
