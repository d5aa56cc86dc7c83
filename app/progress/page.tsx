import type { Metadata } from 'next';
import { LessonPage } from '@/components/lesson/lesson-page';
import { ProgressPage } from '@/components/progress/progress-page';
import { PageHead } from '@/components/ui/page-head';
import { SiteHeader } from '@/components/ui/site-header';
import { courseOutline } from '@/lib/content';

export const metadata: Metadata = {
  title: 'Progress',
  description: 'What you have solved of the course, as your own browser has kept it.',
};

export default async function ProgressRoute() {
  const outline = await courseOutline();
  return (
    <>
      <SiteHeader>Progress</SiteHeader>
      <LessonPage contents={null}>
        <PageHead title="Your progress">
          Your exercises were checked by your own browser, and this is kept in it alone: nobody else
          sees it, and it proves nothing to anybody. Take it to another browser in a file.
        </PageHead>
        <ProgressPage outline={outline} />
      </LessonPage>
    </>
  );
}
