import { violations } from './support/axe';
import { cell } from './support/lesson';
import { openEditor, runWholeLesson, startReading } from './support/reader';
import { expect, test } from './support/test';

const SIZES = [
  { name: 'wide', viewport: { width: 1440, height: 900 } },
  { name: 'narrow', viewport: { width: 375, height: 812 } },
];

// The lesson is a long page for axe on a busy machine.
test.describe.configure({ timeout: 120_000 });

for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport });

    test('home', async ({ page }) => {
      await page.goto('/', { waitUntil: 'networkidle' });
      expect(await violations(page)).toEqual([]);
    });

    test('the data sets', async ({ page }) => {
      await page.goto('/data', { waitUntil: 'networkidle' });
      await page
        .locator('details')
        .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
      expect(await violations(page)).toEqual([]);
    });

    test('an unknown address', async ({ page, noise }) => {
      await page.goto('/no-such-page', { waitUntil: 'networkidle' });
      expect(await violations(page)).toEqual([]);
      // Chromium notes the status of the page itself.
      noise.splice(0);
    });

    test('the lesson, before anything is run', async ({ page }) => {
      await startReading(page);
      expect(await violations(page)).toEqual([]);
    });

    test('an open editor', async ({ page }) => {
      await startReading(page);
      await openEditor(page, 'load');
      expect(await violations(page, '[data-cell="load"]')).toEqual([]);
    });

    test('the open device menu', async ({ page }) => {
      await startReading(page);
      await page.locator('summary').filter({ hasText: 'Device:' }).click();
      await expect(page.getByRole('group', { name: 'Run on' })).toBeVisible();
      expect(await violations(page, '[role="group"][aria-label="The whole lesson"]')).toEqual([]);
    });

    test('the lesson after all of it has run, with a table and an error', async ({ page }) => {
      await startReading(page);
      await runWholeLesson(page);
      const figure = cell(page, 'train').locator('figure').first();
      await figure.getByRole('button', { name: 'Table' }).click();
      await expect(figure.getByRole('table')).toBeVisible();
      await openEditor(page, 'load');
      await page.keyboard.type('nowhere;');
      await page.keyboard.press('Shift+Enter');
      await expect(cell(page, 'load')).toHaveAttribute('data-state', 'error');
      expect(await violations(page)).toEqual([]);
    });
  });
}
