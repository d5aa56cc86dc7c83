import { cell, openLesson, outputOf, replaceCode, runCell, waitForState } from './support/lesson';
import { expect, test } from './support/test';

const MADE = /Recorded on \d{1,2} \w+ \d{4} on WebAssembly, in [\d.]+ s/;

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader sees what every cell showed when it was recorded', async ({ page }) => {
    await page.goto('/learn/neural-networks');
    const outputs = page.locator('[data-cell] [data-output]');
    expect(await outputs.count()).toBeGreaterThanOrEqual(5);
    for (const output of await outputs.all()) {
      await expect(output.getByText(MADE)).toBeVisible();
      expect((await output.innerText()).split('\n').length).toBeGreaterThan(1);
    }
    await expect(outputOf(cell(page, 'load')).getByRole('table')).toContainText('glucose');
    await expect(outputOf(cell(page, 'evaluate'))).toContainText(/Test accuracy: 0\.\d+/);
    await expect(page.getByText('make it anew')).toHaveCount(0);
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`figures are pictures with their description, ${scheme} where the system is`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto('/learn/neural-networks');
      const figures = page.locator('figure[data-figure]');
      expect(await figures.count()).toBeGreaterThanOrEqual(4);
      for (const figure of await figures.all()) {
        await figure.scrollIntoViewIfNeeded();
        const picture = figure.locator('img:visible');
        await expect(picture).toHaveCount(1);
        expect((await picture.getAttribute('alt'))?.length).toBeGreaterThan(30);
        expect(await picture.getAttribute('alt')).toMatch(/\d/);
        expect(await picture.getAttribute('src')).toContain(scheme);
        await expect
          .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
          .toBeGreaterThan(100);
      }
    });
  }
});

test('the pictures of the other theme and layout are never loaded', async ({ page }) => {
  const pictures: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.svg')) pictures.push(new URL(request.url()).pathname);
  });
  await openLesson(page);
  const figures = await page.locator('figure[data-figure]').all();
  for (const figure of figures) await figure.scrollIntoViewIfNeeded();
  await expect
    .poll(() => pictures.filter((path) => /^\/recorded/.test(path)).length)
    .toBe(figures.length);
  for (const path of pictures.filter((each) => /^\/recorded/.test(each))) {
    expect(path).toMatch(/-wide-light-[0-9A-F]{8}\.svg$/);
  }
});

test('what was recorded stays until the first run has something to show, or has ended', async ({
  page,
}) => {
  await openLesson(page);
  const missing = cell(page, 'missing');
  await replaceCode(page, 'missing', 'await new Promise(() => {});');
  await missing.getByRole('button', { name: 'Run' }).click();
  await waitForState(missing, 'running', 30_000);
  await expect(outputOf(missing).getByText(MADE)).toBeVisible();
  await expect(outputOf(missing)).toContainText('insulin');
  await missing.getByRole('button', { name: 'Stop' }).click();
  await waitForState(missing, 'stopped', 30_000);
  await expect(outputOf(missing).getByText(MADE)).toHaveCount(0);
  await expect(outputOf(missing)).not.toContainText('insulin');
});

test('a reader who comes near goes through the recorded steps, and nothing has moved', async ({
  page,
}) => {
  await openLesson(page);
  const train = cell(page, 'train');
  await train.locator('[data-still]').first().scrollIntoViewIfNeeded();
  const height = async () => (await train.boundingBox())?.height;
  const still = await height();
  await train.hover();
  const figure = train.locator('figure[data-figure="curve"]');
  // Both figures count epochs, so they move together.
  const steps = train.getByRole('slider', { name: 'epoch' });
  await expect(steps).toBeVisible();
  await expect(train.locator('[data-still]')).toHaveCount(0);
  expect(await height()).toBe(still);

  const sentence = await figure.innerText();
  await steps.focus();
  await page.keyboard.press('Home');
  await expect(figure).not.toHaveAttribute('data-step', '30');
  expect(await figure.innerText()).not.toBe(sentence);
  await page.keyboard.press('End');
  await expect(figure).toHaveAttribute('data-step', '30');
  await figure.getByRole('button', { name: 'Table' }).click();
  await expect(figure.getByRole('table')).toBeVisible();

  // It is still only a recording: nothing has run, and there are no variables.
  await expect(train).toHaveAttribute('data-state', 'idle');
  await expect(train.getByText(MADE)).toBeVisible();
});

test('the first Run takes the place of what was recorded', async ({ page }) => {
  await openLesson(page);
  const load = cell(page, 'load');
  await expect(load.getByText(MADE)).toBeVisible();
  await expect(load).toHaveAttribute('data-state', 'idle');
  await runCell(load);
  await expect(load.getByText(MADE)).toHaveCount(0);
  await expect(outputOf(load).getByRole('table')).toHaveCount(1);
  // What has not run is as it was.
  await expect(cell(page, 'missing').getByText(MADE)).toBeVisible();
});
