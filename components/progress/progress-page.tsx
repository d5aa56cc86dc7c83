'use client';

import { useMemo } from 'react';
import { totalsOf, type OutlineLesson } from '@/lib/exercises/outline';
import { totalWords } from '@/lib/exercises/progress-words';
import { LessonProgressList } from './lesson-progress-list';
import { ProgressTools } from './progress-tools';
import styles from './progress.module.css';
import { useProgress } from './use-progress';

type Props = { outline: readonly OutlineLesson[] };

const NONE = [] as const;

/** What was solved, by lesson and of the course, and how to take it elsewhere. */
export function ProgressPage({ outline }: Props) {
  const { kept, store } = useProgress();
  const records = kept.state === 'here' ? kept.records : NONE;
  const byId = useMemo(() => new Map(records.map((each) => [each.exercise, each])), [records]);
  const lessons = outline.filter(({ exercises }) => exercises.length > 0);
  const totals = totalsOf(
    lessons.flatMap(({ exercises }) => exercises),
    byId,
  );
  return (
    <div className={styles.page} data-progress={kept.state}>
      <section className={styles.course} aria-labelledby="course">
        <h2 id="course" className={styles.heading}>
          The course
        </h2>
        <p className={styles.total}>{totalWords(totals)}</p>
        <progress
          className={styles.measure}
          value={totals.points}
          max={Math.max(1, totals.possible)}
          aria-label="Points of the course"
        />
        <p className={styles.note}>{noteOf(kept.state, records.length)}</p>
      </section>
      <ProgressTools records={records} store={store} />
      {lessons.map((lesson) => (
        <LessonProgressList key={lesson.slug} lesson={lesson} records={byId} />
      ))}
      <noscript>
        <p className={styles.note}>Your browser keeps your progress only with JavaScript on.</p>
      </noscript>
    </div>
  );
}

/** Always one line, so that nothing moves when what is kept arrives. */
function noteOf(state: 'loading' | 'refused' | 'here', records: number): string {
  if (state === 'loading') return 'Looking at what your browser has kept…';
  if (state === 'refused') return 'This browser does not let the page keep or read your progress.';
  if (records === 0) return 'Nothing yet. Check an exercise in any lesson, and it shows here.';
  return 'As your own browser has checked it. Hidden tests are not counted.';
}
