import { LessonProgress } from '@/components/progress/lesson-progress';
import type { CourseEntry } from '@/lib/content';
import type { OutlineExercise, OutlineLesson } from '@/lib/exercises/outline';
import styles from './course-list.module.css';

type EntryProps = CourseEntry & { exercises: readonly OutlineExercise[] };

function Entry({ number, slug, title, outcome, lesson, exercises }: EntryProps) {
  return (
    <li className={lesson ? styles.ready : styles.planned}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <h3 className={styles.title}>{lesson ? <a href={`/learn/${slug}`}>{title}</a> : title}</h3>
      <div className={styles.facts}>
        <p className={styles.state}>{lesson ? `${lesson.minutes} minutes` : 'In preparation'}</p>
        {exercises.length > 0 && <LessonProgress className={styles.done} exercises={exercises} />}
      </div>
      <p className={styles.outcome}>You can then {outcome}.</p>
    </li>
  );
}

type Props = { course: readonly CourseEntry[]; outline?: readonly OutlineLesson[] };

/**
 * The lessons of the course in order. One without a document says so, and is no link; one with exercises says what the
 * reader has of them, once that is something.
 */
export function CourseList({ course, outline = [] }: Props) {
  const exercisesOf = (slug: string) =>
    outline.find((lesson) => lesson.slug === slug)?.exercises ?? [];
  return (
    <ol className={styles.list}>
      {course.map((entry) => (
        <Entry key={entry.slug} {...entry} exercises={exercisesOf(entry.slug)} />
      ))}
    </ol>
  );
}
