import { expect, test } from '@playwright/test';
import { lessonFolders } from '../scripts/record/lesson-folders.mjs';
import { chooseDevice } from './support/lesson';
import { runAll, runTo } from './support/lesson-results';
import { IS_LONG } from './support/long';
import { expectAsRecorded, recordedUpTo } from './support/recorded';

const LIMIT_MS = 300_000;
/** A cell that took longer when it was recorded ends a rerun, unless there is time for long tests. */
const LONGEST_MS = IS_LONG ? Infinity : 20_000;

// The second lesson is compared where it runs anyway, in run-the-lesson.spec.ts.
for (const { slug } of lessonFolders().filter((lesson) => lesson.slug !== 'neural-networks')) {
  test(`${slug} still shows what was recorded of it`, async ({ page }) => {
    test.setTimeout(LIMIT_MS + 60_000);
    await page.goto(`/learn/${slug}`);
    await expect(page.getByRole('button', { name: 'Run all' })).toBeEnabled();
    await chooseDevice(page, 'wasm');
    const { cells, isWhole } = recordedUpTo(slug, LONGEST_MS);
    await (isWhole ? runAll(page, LIMIT_MS) : runTo(page, [...cells.keys()], LIMIT_MS));
    await expectAsRecorded(page, slug, cells);
  });
}
