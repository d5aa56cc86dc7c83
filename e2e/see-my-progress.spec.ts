import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { violations } from './support/axe';
import { check, LESSON, openExercise, PASSES, press, SOFTMAX, write } from './support/exercise';
import { expect, test } from './support/test';

test.describe.configure({ timeout: 120_000 });

const entry = (page: Page) => page.locator(`[data-exercise-progress="${SOFTMAX}"]`);

async function openProgress(page: Page): Promise<void> {
  await page.goto('/progress');
  await expect(page.locator('[data-progress="here"]')).toBeVisible();
}

/** A failed check, a hint, then a pass. */
async function pass(page: Page): Promise<void> {
  const exercise = await openExercise(page);
  await check(exercise, 'failed');
  await press(exercise, 'Hint');
  await write(exercise, PASSES);
  await check(exercise, 'passed');
  // It is written down while its verdict is read, and these tests leave at once.
  await expect.poll(() => kept(page)).toContain('"attempts":2');
}

/** What the browser keeps of all exercises. */
function kept(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('layerwise-progress');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('exercises').objectStore('exercises').getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(reading.result));
          };
        };
      }),
  );
}

test('is empty at first, and says so', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Progress' }).click();
  await expect(page.getByText('Nothing yet.')).toBeVisible();
  await expect(entry(page)).toContainText('not tried yet');
  await expect(page.getByRole('button', { name: 'Export' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Clear' })).toBeDisabled();
  expect(await violations(page)).toEqual([]);
});

test('grows with what is solved, by lesson and for the course', async ({ page }) => {
  await pass(page);
  await openProgress(page);
  await expect(entry(page)).toContainText('passed, 4 of 4 points');
  await expect(entry(page)).toContainText('2 checks, 1 hint');
  await expect(page.getByText('checked by your own browser')).toBeVisible();
  await expect(page.locator('section', { hasText: 'The course' })).toContainText('4 of ');
  expect(await violations(page)).toEqual([]);

  await page.goto('/');
  await expect(page.locator('[data-lesson-progress]')).toContainText(/^4 of \d+ points$/);
});

test('goes to another browser in a file, and a bad file loses nothing', async ({
  page,
  browser,
}) => {
  await pass(page);
  await openProgress(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^layerwise-progress-.*\.json$/);
  const text = await readFile(await download.path(), 'utf8');

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(new URL('/progress', page.url()).href);
  await expect(other.locator('[data-progress="here"]')).toBeVisible();
  const choose = (content: string) =>
    other.getByLabel('A file of progress').setInputFiles({
      name: 'progress.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
  await choose(text);
  await expect(other.getByRole('status')).toContainText('Added 1 exercise');
  await expect(entry(other)).toContainText('passed, 4 of 4 points');

  for (const bad of ['', '{}', text.replace('"points": 4', '"points": 400')]) {
    await choose(bad);
    await expect(other.getByRole('status')).toContainText('Nothing was changed');
    await expect(entry(other)).toContainText('passed, 4 of 4 points');
  }
  await context.close();
});

test('is forgotten, and comes back', async ({ page }) => {
  await pass(page);
  await openProgress(page);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(entry(page)).toContainText('not tried yet');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(entry(page)).toContainText('passed, 4 of 4 points');
  await expect(page.getByRole('button', { name: 'Clear' })).toBeFocused();
});

test('follows what another tab does', async ({ page, context }) => {
  await openProgress(page);
  const other = await context.newPage();
  await pass(other);
  await expect(entry(page)).toContainText('passed, 4 of 4 points');
  await expect(entry(page).getByRole('link')).toHaveAttribute(
    'href',
    `${LESSON}#exercise-${SOFTMAX}`,
  );
});
