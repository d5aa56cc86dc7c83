import 'katex/dist/katex.min.css';
import type { Metadata } from 'next';
import { Contents, FoldedContents } from '@/components/lesson/contents';
import { ContentsTracker } from '@/components/lesson/contents-tracker';
import { KernelProvider } from '@/components/lesson/kernel-provider';
import { LessonNeighbours } from '@/components/lesson/lesson-neighbours';
import { LessonPage, LessonText } from '@/components/lesson/lesson-page';
import { LessonTitle } from '@/components/lesson/lesson-title';
import { LessonToolbar } from '@/components/lesson/lesson-toolbar';
import { lessonComponents } from '@/components/mdx/lesson-components';
import { lessonExercise } from '@/components/mdx/lesson-exercise';
import { Prose } from '@/components/mdx/prose';
import { LessonTransfer } from '@/components/transfer/lesson-transfer';
import { SharedCode } from '@/components/transfer/shared-code';
import { ScrollerFocus } from '@/components/ui/scroller-focus';
import { SiteHeader } from '@/components/ui/site-header';
import { KeptWork } from '@/components/versions/kept-work';
import { cellSpecs, getLesson, getRecorded, listCourse, neighbours } from '@/lib/content';
import './italic-face';
import type { LessonParams } from './lesson-route';

export { lessonParams as generateStaticParams } from './lesson-route';

export const dynamicParams = false;

export async function generateMetadata({ params }: LessonParams): Promise<Metadata> {
  const { title, summary } = await getLesson((await params).slug);
  return { title, description: summary };
}

export default async function LessonRoute({ params }: LessonParams) {
  const { slug } = await params;
  const [lesson, course, recorded] = await Promise.all([
    getLesson(slug),
    listCourse(),
    getRecorded(slug),
  ]);
  const { Content, headings, number, title, seed } = lesson;
  const Exercise = lessonExercise(slug, lesson.exercises);
  return (
    <>
      <SiteHeader>
        {number} · {title}
      </SiteHeader>
      <LessonPage contents={<Contents headings={headings} />}>
        <LessonTitle lesson={lesson} course={course} />
        <FoldedContents headings={headings} />
        <LessonText>
          <KernelProvider slug={slug} seed={seed} cells={cellSpecs(lesson)}>
            <SharedCode slug={slug} />
            <Prose>
              <Content components={{ ...lessonComponents(recorded), Exercise }} />
            </Prose>
            <KeptWork />
            <LessonToolbar>
              <LessonTransfer slug={slug} title={title} seed={seed} />
            </LessonToolbar>
          </KernelProvider>
        </LessonText>
        <LessonNeighbours {...neighbours(course, slug)} />
      </LessonPage>
      <ContentsTracker />
      <ScrollerFocus />
    </>
  );
}
