import type { Metadata } from 'next';
import { CourseList } from '@/components/lesson/course-list';
import { SiteHeader } from '@/components/ui/site-header';
import { listCourse } from '@/lib/content';
import styles from './page.module.css';

export const metadata: Metadata = { title: 'No page here' };

export default async function NotFound() {
  const course = await listCourse();
  return (
    <>
      <SiteHeader />
      <main id="main" className={styles.main} tabIndex={-1}>
        <div className={styles.opening}>
          <h1 className={styles.title}>There is no page at this address</h1>
          <p className={styles.lead}>
            The link may be old, or a letter may be wrong. A lesson that is still in preparation has
            no page yet. Here is the whole course; the linked lessons can be read now.
          </p>
        </div>
        <section aria-labelledby="lessons">
          <h2 id="lessons" className={styles.heading}>
            The lessons
          </h2>
          <CourseList course={course} />
        </section>
      </main>
    </>
  );
}
