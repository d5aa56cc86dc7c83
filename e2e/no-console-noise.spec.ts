import { button, openEditor, runWholeLesson, startReading } from './support/reader';
import { expect, test } from './support/test';

// `test` itself fails on any error or warning in the console, and on any uncaught error.

test('home says nothing in the console', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: /^Start:/ }).click();
  await expect(page).toHaveURL(/\/learn\//);
});

test('the lesson says nothing in the console, read, edited, run and restarted', async ({
  page,
}) => {
  test.slow();
  await startReading(page);
  await openEditor(page, 'load');
  await page.keyboard.type('// a note\n');
  await page.keyboard.press('Escape');
  await runWholeLesson(page);
  await button(page, 'Restart').click();
  await expect(page.locator('section[data-state="stale"]')).toHaveCount(10);
});

test('a complaint of the page is noticed', async ({ page, noise }) => {
  await page.goto('/');
  await page.evaluate(() => {
    console.warn('on purpose');
    setTimeout(() => {
      throw new Error('thrown on purpose');
    });
  });
  await expect.poll(() => noise.length).toBe(2);
  const [warning, thrown] = noise.splice(0);
  expect(warning).toBe('warning: on purpose');
  expect(thrown).toContain('thrown on purpose');
});
