import type { Metadata } from 'next';
import { LessonPage } from '@/components/lesson/lesson-page';
import { NotebookPage } from '@/components/notebook/notebook-page';
import { SiteHeader } from '@/components/ui/site-header';

export const metadata: Metadata = {
  title: 'Notebook',
  description: 'A blank notebook to try an idea in: code on your own device, text and formulas.',
};

export default function NotebookRoute() {
  return (
    <>
      <SiteHeader />
      <LessonPage contents={null}>
        <NotebookPage />
      </LessonPage>
    </>
  );
}
