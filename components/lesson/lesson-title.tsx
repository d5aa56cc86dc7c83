import type { CourseEntry, Lesson } from '@/lib/content';
import styles from './lesson-title.module.css';

const DAY = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });

function Before({ entries }: { entries: readonly CourseEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <li>
      Read before:{' '}
      {entries.map(({ slug, title, lesson }, index) => (
        <span key={slug}>
          {index > 0 && ', '}
          {lesson ? <a href={`/learn/${slug}`}>{title}</a> : title}
        </span>
      ))}
    </li>
  );
}

/** The head of a lesson: which one it is, what it is about, how long it takes. */
export function LessonTitle({
  lesson,
  course,
}: {
  lesson: Lesson;
  course: readonly CourseEntry[];
}) {
  const before = course.filter(({ slug }) => lesson.prerequisites.includes(slug));
  return (
    <header className={styles.head}>
      <p className={styles.number}>
        Lesson {lesson.number} of {course.length}
      </p>
      <h1 className={styles.title}>{lesson.title}</h1>
      <p className={styles.summary}>{lesson.summary}</p>
      <ul className={styles.facts}>
        <li>{lesson.minutes} minutes to read</li>
        <Before entries={before} />
        <li>
          Updated{' '}
          <time dateTime={lesson.updated}>
            {DAY.format(new Date(`${lesson.updated}T00:00:00Z`))}
          </time>
        </li>
      </ul>
    </header>
  );
}
