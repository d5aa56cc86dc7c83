import { expect, test } from '@playwright/test';
import { lessonFolders } from '../scripts/record/lesson-folders.mjs';
import { chooseDevice } from './support/lesson';
import { runAll } from './support/lesson-results';
import { expectAsRecorded } from './support/recorded';

const LIMIT_MS = 300_000;

// The second lesson is compared where it runs anyway, in run-the-lesson.spec.ts.
for (const { slug } of lessonFolders().filter((lesson) => lesson.slug !== 'neural-networks')) {
  test(`${slug} still shows what was recorded of it`, async ({ page }) => {
    test.setTimeout(LIMIT_MS + 60_000);
    await page.goto(`/learn/${slug}`);
    await expect(page.getByRole('button', { name: 'Run all' })).toBeEnabled();
    await chooseDevice(page, 'wasm');
    await runAll(page, LIMIT_MS);
    await expectAsRecorded(page, slug);
  });
}
