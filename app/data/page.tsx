import type { Metadata } from 'next';
import { DataSetView } from '@/components/data/data-set-view';
import { LessonPage } from '@/components/lesson/lesson-page';
import { ScrollerFocus } from '@/components/ui/scroller-focus';
import { PageHead } from '@/components/ui/page-head';
import { SiteHeader } from '@/components/ui/site-header';
import { examplePicture, listDataSets, PICTURED } from '@/lib/content/data-sets';

export const metadata: Metadata = {
  title: 'Data sets',
  description: 'The data of the course: what each set holds, where it comes from, its licence.',
};

export default async function DataRoute() {
  const sets = await listDataSets();
  return (
    <>
      <SiteHeader>Data sets</SiteHeader>
      <LessonPage contents={null}>
        <PageHead title="Data sets">
          What the lessons learn from. Any cell can have it, in a lesson or in your own notebook:
          write the line under its name. Files are loaded when a cell first asks for them, and then
          kept by your browser.
        </PageHead>
        {sets.map((set) => (
          <DataSetView key={set.name} set={set} picture={pictureOf(set.name)} />
        ))}
      </LessonPage>
      <ScrollerFocus />
    </>
  );
}

function pictureOf(name: string) {
  if (!PICTURED.includes(name)) return null;
  const { width, height } = examplePicture(name);
  return { address: `/data/pictures/${name}.png`, width, height };
}
