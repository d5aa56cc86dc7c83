import { Mark } from '@/components/exercise/mark';
import { type OutlineLesson, totalsOf } from '@/lib/exercises/outline';
import type { Progress } from '@/lib/exercises/progress';
import { helpWords, progressWords, totalWords } from '@/lib/exercises/progress-words';
import { exactTime } from '@/lib/lesson/past-time';
import styles from './progress.module.css';

type Props = { lesson: OutlineLesson; records: ReadonlyMap<string, Progress> };

/** The exercises of a lesson, and what was done of each. */
export function LessonProgressList({ lesson, records }: Props) {
  const { number, slug, title, exercises } = lesson;
  return (
    <section className={styles.lesson} aria-labelledby={`lesson-${slug}`}>
      <h2 id={`lesson-${slug}`} className={styles.heading}>
        <span className={styles.number}>{number}</span>
        <a href={`/learn/${slug}`}>{title}</a>
      </h2>
      <p className={styles.total}>{totalWords(totalsOf(exercises, records))}</p>
      <ul className={styles.list}>
        {exercises.map((exercise) => {
          const progress = records.get(exercise.id);
          return (
            <li key={exercise.id} className={styles.entry} data-exercise-progress={exercise.id}>
              <Mark of={progress?.best?.status ?? 'unattempted'} />
              <a href={`/learn/${slug}#exercise-${exercise.id}`}>{exercise.title}</a>
              <p className={styles.state}>{progressWords(progress, exercise)}</p>
              <p className={styles.details}>
                {exercise.difficulty}
                {progress && helpWords(progress) !== '' && ` · ${helpWords(progress)}`}
                {progress?.best && ` · ${exactTime(progress.best.when)}`}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
