import { expect, it, vi } from 'vitest';
import { openWork } from './open-work';
import { testBrowser } from './testing/test-browser';

it('keeps a lesson and its exercises through one connection', async () => {
  testBrowser();
  const opened = vi.spyOn(indexedDB, 'open');
  const works = ['lesson', 'exercise one', 'exercise two'].map((name) => openWork(name));
  await Promise.all(works.map(({ drafts }) => drafts.load()));
  works.forEach((work) => work.close());
  expect(opened).toHaveBeenCalledTimes(1);
});
