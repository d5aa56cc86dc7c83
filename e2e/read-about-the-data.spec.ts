import { scrollsSideways } from './support/reader';
import { expect, test } from './support/test';

const SETS = [
  'Pima diabetes',
  'MNIST',
  'A generator of digits',
  'A photograph',
  'Emoji by two designers',
  'Weather in Seattle',
  'Carbon dioxide at Mauna Loa',
  'First names',
];

test('every page leads to the data sets, with source, licence and examples', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Data sets' }).click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(SETS);
  for (const name of SETS) {
    const set = page.getByRole('region', { name });
    await expect(set.locator('dt', { hasText: 'Licence' })).toBeVisible();
    await expect(set.getByRole('link').first()).toHaveAttribute('href', /^https:/);
    await expect(set.locator('code').first()).toHaveText(/^await data\.\w+\((?:'\w+')?\)$/);
  }
  for (const picture of await page.getByRole('img').all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBe(Number(await picture.getAttribute('width')));
  }
  await expect(page.getByRole('row', { name: '2012-01-01' })).toContainText('drizzle');
  const emoji = page.getByRole('region', { name: 'Emoji' });
  await emoji.getByText('What each value means').click();
  await expect(emoji.getByText('copyright Google LLC')).toBeVisible();
  await expect(emoji.getByText('Twemoji: copyright Twitter')).toBeVisible();
});

test('the page of data sets fits a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/data');
  await page
    .locator('details')
    .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
  expect(await scrollsSideways(page)).toBe(false);
});
