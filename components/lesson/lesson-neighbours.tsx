import type { CourseEntry } from '@/lib/content';
import styles from './lesson-neighbours.module.css';

type Direction = 'previous' | 'next';

const WORDS: Record<Direction, string> = { previous: 'Previous', next: 'Next' };

function Neighbour({ direction, entry }: { direction: Direction; entry: CourseEntry }) {
  const { slug, number, title, lesson } = entry;
  const label = `${WORDS[direction]}: lesson ${number}${lesson ? '' : ', in preparation'}`;
  const words = (
    <>
      <span className={styles.label}>{label}</span>
      <span className={styles.title}>{title}</span>
    </>
  );
  return lesson ? (
    <a
      className={styles[direction]}
      href={`/learn/${slug}`}
      rel={direction === 'next' ? 'next' : 'prev'}
    >
      {words}
    </a>
  ) : (
    <p className={styles[direction]}>{words}</p>
  );
}

/** Where to go at the end of a lesson. A lesson without a document is named, and is no link. */
export function LessonNeighbours({
  previous,
  next,
}: {
  previous: CourseEntry | null;
  next: CourseEntry | null;
}) {
  return (
    <nav className={styles.neighbours} aria-label="Lessons before and after" data-no-print>
      {previous && <Neighbour direction="previous" entry={previous} />}
      {next && <Neighbour direction="next" entry={next} />}
    </nav>
  );
}
