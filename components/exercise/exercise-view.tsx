'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { LessonContext } from '@/components/lesson/use-lesson';
import type { Exercise } from '@/lib/exercises/exercise';
import { exerciseLesson } from '@/lib/exercises/exercise-lesson';
import { ExerciseSection } from './exercise-section';

export type ExerciseViewProps = {
  /** Of the lesson in which it stands. */
  slug: string;
  exercise: Exercise;
  /* Rendered by the server: */
  task: ReactNode;
  hints: readonly ReactNode[];
  answer: ReactNode | null;
  choices: readonly ReactNode[];
  /** The starter's highlighted code; null for kinds without code. */
  starter: ReactNode | null;
};

/** An exercise in a lesson. It is read without any script; what checks an answer is fetched when a reader comes to it. */
export function ExerciseView(props: ExerciseViewProps) {
  const { slug, exercise } = props;
  const [lesson] = useState(() => exerciseLesson(slug, exercise));
  useEffect(() => lesson.open(), [lesson]);
  return (
    <LessonContext value={lesson}>
      <ExerciseSection {...props} lesson={lesson} />
    </LessonContext>
  );
}
