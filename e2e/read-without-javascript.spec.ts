import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { cell } from './support/lesson';
import { expect, test } from './support/test';

test.use({ javaScriptEnabled: false });

type Written = { id: string; title: string; code: string };

/** The cells as the author wrote them, found in the document without the site's own loader. */
function writtenCells(): Written[] {
  const file = new URL('../content/02-neural-networks/lesson.mdx', import.meta.url);
  const fences = readFileSync(file, 'utf8').matchAll(/^```ts (cell=.*)\n([\s\S]*?)^```$/gm);
  return [...fences].map(([, attributes = '', code = '']) => {
    const attribute = (name: string) =>
      new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    return {
      id: attribute('cell'),
      title: attribute('title'),
      code: code.trimEnd(),
    };
  });
}

/** The illustration's Pause needs no script: a test of its own shows it work. */
async function expectNoDeadControls(page: Page): Promise<void> {
  const controls = page.locator('button:visible, input:visible, [role="button"]:visible');
  await expect(controls.and(page.locator(':not([type="checkbox"])'))).toHaveCount(0);
  for (const box of await page.getByRole('checkbox').all()) {
    await expect(box).toHaveAccessibleName('Pause');
  }
}

/** How many animations move, on the page as it is. */
const moving = (page: Page): Promise<number> =>
  page.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
  );

test.describe('the lesson', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/learn/neural-networks');
  });

  test('has its prose and its formulas', async ({ page }) => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Neural networks');
    const article = page.locator('article');
    await expect(article.locator('h2:visible').first()).toBeVisible();
    expect(await article.locator('p:visible').count()).toBeGreaterThan(30);
    await expect(article.getByText('A doctor has eight numbers about a woman')).toBeVisible();
    // Hints have theirs, too, and are folded.
    const formulas = article.locator('.katex:not([data-hints] *)');
    expect(await formulas.count()).toBeGreaterThan(20);
    for (const formula of await formulas.all()) {
      await expect(formula.locator('.katex-html')).toBeVisible();
    }
    await expect(article.locator('.katex-error')).toHaveCount(0);
  });

  test('has the highlighted code of every cell, and says that it can be run', async ({ page }) => {
    const cells = writtenCells();
    expect(cells.length).toBeGreaterThanOrEqual(5);
    for (const { id, title, code } of cells) {
      const one = cell(page, id);
      await expect(one.locator('code')).toBeVisible();
      expect(await one.locator('code').textContent()).toBe(code);
      const colours = await one
        .locator('code span')
        .evaluateAll((spans) => new Set(spans.map((span) => getComputedStyle(span).color)).size);
      expect(colours, `colours in the code of ${id}`).toBeGreaterThan(2);
      await expect(one.getByText(title, { exact: true })).toBeVisible();
      const note = one.locator('noscript p');
      await expect(note).toBeVisible();
      await expect(note).toHaveText('With JavaScript on, you can run this cell.');
    }
  });

  test('shows no control that could not work', async ({ page }) => {
    await expectNoDeadControls(page);
    await expect(page.getByRole('group', { name: 'The whole lesson' })).toBeHidden();
    await expect(page.locator('section[data-cell]').getByText('never run')).toHaveCount(10);
    for (const word of await page.getByText('never run').all()) await expect(word).toBeHidden();
  });

  test('opens the answer to a question', async ({ page }) => {
    const question = page.locator('article details').filter({ hasText: 'missing most often' });
    await expect(question.getByText('for 374 of the 768 women')).toBeHidden();
    await question.locator('summary').click();
    await expect(question.getByText('for 374 of the 768 women')).toBeVisible();
  });

  test('has contents that lead to its sections, and names the lessons around it', async ({
    page,
  }) => {
    const contents = page.locator('nav[data-contents]');
    await expect(contents).toBeVisible();
    const hashes = await contents
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash));
    expect(hashes.length).toBeGreaterThan(4);
    for (const hash of hashes) await expect(page.locator(`[id="${hash.slice(1)}"]`)).toHaveCount(1);
    await contents.getByRole('link', { name: 'Training', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Training', level: 2 })).toBeInViewport();
    const neighbours = page.getByRole('navigation', { name: 'Lessons before and after' });
    await expect(neighbours).toContainText('Previous: lesson 1');
    await expect(neighbours).toContainText('Next: lesson 3');
  });
});

test('what moves can be paused, and does not where no motion is wanted', async ({ page }) => {
  await page.goto('/');
  expect(await moving(page)).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect.poll(() => moving(page)).toBeGreaterThan(0);
  await page.getByRole('checkbox', { name: 'Pause' }).check();
  await expect.poll(() => moving(page)).toBe(0);
});

test('the hints of an exercise are folded, and can be read', async ({ page }) => {
  await page.goto('/learn/activation-functions');
  const hints = page.locator('[data-exercise="stable-softmax"] [data-hints] > li');
  await expect(hints).toHaveCount(3);
  const text = hints.first().locator('p').first();
  await expect(text).toBeHidden();
  await hints.first().getByText('Hint 1 of 3').click();
  await expect(text).toBeVisible();
});

test('home leads to the lesson', async ({ page }) => {
  await page.goto('/');
  await expectNoDeadControls(page);
  const lessons = page.getByRole('region', { name: 'The lessons' });
  await expect(lessons.getByRole('heading', { level: 3 })).toHaveCount(10);
  await page.getByRole('link', { name: /^Start:/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Introduction');
});

test('an unknown address says so, and leads on', async ({ page, noise }) => {
  const response = await page.goto('/learn/no-such-lesson');
  expect(response?.status()).toBe(404);
  await expectNoDeadControls(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('no page at this address');
  await expect(page.getByRole('link', { name: 'Layerwise' })).toHaveAttribute('href', '/');
  await page.getByRole('main').getByRole('link', { name: 'Neural networks' }).click();
  await expect(page).toHaveURL(/\/learn\/neural-networks$/);
  // Chromium notes the status of the page itself.
  expect(noise.splice(0)).toEqual([expect.stringContaining('status of 404')]);
});
