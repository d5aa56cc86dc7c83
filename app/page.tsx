import { CourseList } from '@/components/lesson/course-list';
import { SiteHeader } from '@/components/ui/site-header';
import { listCourse } from '@/lib/content';
import styles from './page.module.css';

export default async function HomePage() {
  const course = await listCourse();
  const first = course.find(({ lesson }) => lesson !== null);
  return (
    <>
      <SiteHeader />
      <main id="main" className={styles.main} tabIndex={-1}>
        <div className={styles.opening}>
          <h1 className={styles.title}>Deep learning, read and run</h1>
          <p className={styles.lead}>
            Layerwise is a course in ten lessons that you read, run and take apart in your browser.
            The code in each lesson trains real networks on your own device, and the figures are
            drawn from the network that you have just trained.
          </p>
          {first && (
            <p className={styles.start}>
              <a href={`/learn/${first.slug}`}>Start with {first.title.toLowerCase()}</a>
            </p>
          )}
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
