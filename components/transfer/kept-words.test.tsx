import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LessonContext } from '@/components/lesson/use-lesson';
import { openWork } from '@/lib/drafts/open-work';
import { refusing, testBrowser } from '@/lib/drafts/testing/test-browser';
import type { LessonEffects } from '@/lib/lesson/lesson-effects';
import { LessonStore } from '@/lib/lesson/lesson-store';
import { settle } from '@/lib/lesson/testing/visit';
import { KeptWords } from './kept-words';

const SPEC = { slug: 'lesson', seed: 1, cells: [{ id: 'a', title: 'A', code: 'a();' }] };

/** What stands on the page once a link's code was kept. */
async function words(open: LessonEffects['openWork']) {
  const store = new LessonStore(SPEC, {
    loadKernel: () => new Promise(() => undefined),
    openWork: open,
    patience: () => new Promise(() => undefined),
    atFirstSign: () => undefined,
    ahead: () => 'sandbox',
    now: () => 1,
  });
  store.viewShared({ a: 'theirs();' });
  const close = store.open();
  store.keepShared();
  await settle();
  expect(store.getSnapshot().shared).toBe(false);
  const page = Object.assign(store, { getServerSnapshot: store.getSnapshot });
  const html = renderToStaticMarkup(
    <LessonContext value={page}>
      <KeptWords />
    </LessonContext>,
  );
  close();
  return html;
}

describe('what is said of a link’s code that was kept', () => {
  it('is that it is the reader’s now', async () => {
    const { work } = testBrowser().tab();
    expect(await words(async () => work)).toMatch(/is yours now\..*history of each cell/);
  });

  it('is no more than that it is on the page where nothing could be loaded', async () => {
    const said = await words(() => Promise.reject(new Error('no')));
    expect(said).toMatch(/is on this page now\. Edits can’t be kept/);
    expect(said).not.toMatch(/yours|history/);
  });

  it('is why the browser does not keep it where it refuses', async () => {
    const { effects } = testBrowser().tab();
    const work = openWork('lesson', { ...effects, stores: refusing('SecurityError') });
    const said = await words(async () => work);
    expect(said).toMatch(/is on this page now\. This browser does not let the page store anything/);
    expect(said).not.toMatch(/history/);
  });
});
