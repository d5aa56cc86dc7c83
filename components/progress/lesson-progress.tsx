'use client';

import { useEffect, useState } from 'react';
import { type OutlineExercise, totalsOf } from '@/lib/exercises/outline';
import { peekProgress } from '@/lib/exercises/peek-progress';
import type { Progress } from '@/lib/exercises/progress';

type Props = { className: string | undefined; exercises: readonly OutlineExercise[] };

/** One look for all the lessons of a page. */
let looking: Promise<readonly Progress[]> | null = null;

function look(): Promise<readonly Progress[]> {
  looking ??= peekProgress().finally(() => (looking = null));
  return looking;
}

/** "3 of 12 points", once there is anything to say; its room is there before. */
export function LessonProgress({ className, exercises }: Props) {
  const [records, setRecords] = useState<readonly Progress[]>([]);
  useEffect(() => {
    let gone = false;
    const read = () =>
      void look().then((found) => {
        if (!gone) setRecords(found);
      });
    read();
    // Back from a lesson, by the browser's button.
    addEventListener('pageshow', read);
    return () => {
      gone = true;
      removeEventListener('pageshow', read);
    };
  }, []);
  const byId = new Map(records.map((record) => [record.exercise, record]));
  const { tried, points, possible } = totalsOf(exercises, byId);
  return tried === 0 ? null : (
    <p className={className} data-lesson-progress="">
      {points} of {possible} points
    </p>
  );
}
