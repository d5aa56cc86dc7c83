import { CourseList } from '@/components/lesson/course-list';
import { ForwardPass } from '@/components/mdx/forward-pass/forward-pass';
import { SiteHeader } from '@/components/ui/site-header';
import { courseOutline, listCourse } from '@/lib/content';
import styles from './page.module.css';

const WAYS = [
  [
    'Read',
    'Each lesson is a complete text, with its formulas and its code. It reads well on paper, on a phone, and without JavaScript.',
  ],
  [
    'Run',
    'The code runs on your own device, on its processor or its graphics card. There is nothing to install and no account, and nothing that you type leaves it.',
  ],
  [
    'Take apart',
    'Edit any cell and see what goes out of date. Go back through a training epoch by epoch, and point at a weight to read its number.',
  ],
] as const;

export default async function HomePage() {
  const [course, outline] = await Promise.all([listCourse(), courseOutline()]);
  const first = course.find(({ lesson }) => lesson !== null);
  return (
    <>
      <SiteHeader />
      <main id="main" className={styles.main} tabIndex={-1}>
        <div className={styles.opening}>
          <h1 className={styles.title}>Deep learning, read and run</h1>
          <p className={styles.lead}>
            Layerwise is a course in ten lessons whose pages hold real neural networks, ready to be
            trained while you read. You change the code, press Run, and every figure is drawn from
            the network that you have just made.
          </p>
          {first && (
            <p className={styles.start}>
              <a href={`/learn/${first.slug}`}>Start: {first.title}</a>
            </p>
          )}
          <p className={styles.also}>
            <a href="/notebook">Or try an idea in a blank notebook</a>
          </p>
        </div>
        <ForwardPass />
        <section aria-labelledby="how">
          <h2 id="how" className={styles.heading}>
            Read, run, take apart
          </h2>
          <dl className={styles.ways}>
            {WAYS.map(([name, text]) => (
              <div key={name} className={styles.way}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-labelledby="lessons">
          <h2 id="lessons" className={styles.heading}>
            The lessons
          </h2>
          <CourseList course={course} outline={outline} />
        </section>
      </main>
    </>
  );
}
