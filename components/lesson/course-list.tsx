import type { CourseEntry } from '@/lib/content';
import styles from './course-list.module.css';

function Entry({ number, slug, title, outcome, lesson }: CourseEntry) {
  return (
    <li className={lesson ? styles.ready : styles.planned}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <h3 className={styles.title}>{lesson ? <a href={`/learn/${slug}`}>{title}</a> : title}</h3>
      <p className={styles.state}>{lesson ? `${lesson.minutes} minutes` : 'In preparation'}</p>
      <p className={styles.outcome}>You can then {outcome}.</p>
    </li>
  );
}

/** The lessons of the course in order. One without a document says so, and is no link. */
export function CourseList({ course }: { course: readonly CourseEntry[] }) {
  return (
    <ol className={styles.list}>
      {course.map((entry) => (
        <Entry key={entry.slug} {...entry} />
      ))}
    </ol>
  );
}
