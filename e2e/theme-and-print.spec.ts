import type { Page } from '@playwright/test';
import { cell } from './support/lesson';
import { button, codeIn, runWholeLesson, scrollsSideways, startReading } from './support/reader';
import { expect, test } from './support/test';

/** Notes the theme at the moment when the page gets its body, before which nothing can be painted. */
async function noteFirstTheme(page: Page): Promise<void> {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.body === null) return;
      observer.disconnect();
      Object.assign(window, { firstTheme: document.documentElement.dataset.theme ?? 'none' });
    }).observe(document, { childList: true, subtree: true });
  });
}

function firstTheme(page: Page): Promise<string> {
  return page.evaluate(() => (window as unknown as { firstTheme: string }).firstTheme);
}

function paperOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

test.describe('the theme', () => {
  test('follows the system, from the first paint on', async ({ page }) => {
    await noteFirstTheme(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/');
    expect(await firstTheme(page)).toBe('dark');
    const dark = await paperOf(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    expect(await paperOf(page)).not.toBe(dark);
  });

  test('is changed by hand, and stays so after a reload without a flash', async ({ page }) => {
    await noteFirstTheme(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('/');
    expect(await firstTheme(page)).toBe('light');
    await button(page, 'Dark theme').click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.reload();
    expect(await firstTheme(page)).toBe('dark');
    await startReading(page);
    expect(await firstTheme(page)).toBe('dark');
    await button(page, 'Light theme').click();
    await page.reload();
    expect(await firstTheme(page)).toBe('light');
    // What was chosen equals the system's, which is followed again.
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  test('shows in a figure that is drawn already', async ({ page }) => {
    await startReading(page);
    await codeIn(cell(page, 'build')).focus();
    await page.emulateMedia({ colorScheme: 'light' });
    await button(cell(page, 'train'), 'Run').click();
    const canvas = cell(page, 'train').locator('canvas').first();
    await expect(cell(page, 'train')).toHaveAttribute('data-state', 'done', { timeout: 40_000 });
    await canvas.scrollIntoViewIfNeeded();
    const drawn = () => canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL());
    const light = await drawn();
    await button(page, 'Dark theme').click();
    await expect.poll(drawn).not.toBe(light);
  });
});

test('no page scrolls sideways, at any width', async ({ page }) => {
  test.slow();
  await startReading(page);
  await runWholeLesson(page);
  for (const width of [1440, 768, 375, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => scrollsSideways(page), `the lesson at ${width} px`).toBe(false);
  }
  for (const path of ['/', '/learn/neural-networks']) {
    await page.goto(path);
    for (const width of [320, 375, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(() => scrollsSideways(page), `${path} at ${width} px`).toBe(false);
    }
  }
});

test('on paper there are prose, code and figures, and no controls', async ({ page }) => {
  await startReading(page);
  await button(cell(page, 'train'), 'Run').click();
  await expect(cell(page, 'train')).toHaveAttribute('data-state', 'done', { timeout: 40_000 });
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('A doctor has eight numbers about a woman')).toBeVisible();
  for (const one of await page.locator('section[data-cell]').all()) {
    await expect(one.locator('code')).toBeVisible();
    expect(
      await one.locator('code').evaluate((code) => code.scrollWidth <= code.clientWidth + 1),
      'code is wrapped, not cut',
    ).toBe(true);
  }
  for (const canvas of await page.locator('figure canvas').all())
    await expect(canvas).toBeVisible();
  await expect(page.locator('button:visible, input:visible')).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'The whole lesson' })).toBeHidden();
  await expect(page.getByRole('navigation')).toHaveCount(0);
});
