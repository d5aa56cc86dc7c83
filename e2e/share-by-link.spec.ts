import type { Browser, Page } from '@playwright/test';
import { dialog } from './support/kept';
import { cell, codeOf, outputOf, runCell } from './support/lesson';
import { notebookFaults } from './support/notebook-file';
import { button, leaveEditor, startReading, writeCode } from './support/reader';
import { expect, test } from './support/test';
import { linkOf, SAVED, saveMenu, textOf, type Notebook } from './support/transfer';

const banner = (page: Page) => page.getByRole('region', { name: 'Code from a link' });

/** Another reader, on another device. */
async function anotherReader(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(address);
  await expect(button(page, 'Run all')).toBeEnabled();
  return page;
}

test.describe('a link', () => {
  test('shows another reader the code, and leaves theirs alone', async ({ page, browser }) => {
    await startReading(page);
    await writeCode(page, 'missing', '"from the link"');
    await leaveEditor(page, 'missing');
    const link = await linkOf(page);
    expect(new URL(link).hash).toMatch(/^#code=v1\./);
    await expect(dialog(page)).toContainText('the one cell that you changed');

    const other = await anotherReader(browser, '/learn/neural-networks');
    const requests: string[] = [];
    other.on('request', (request) => requests.push(request.url()));
    await writeCode(other, 'load', '"my own"');
    await leaveEditor(other, 'load');
    await expect(other.getByText(SAVED)).toBeVisible();
    // The page stays: only the fragment of its address changes.
    await other.evaluate((hash) => {
      location.hash = hash;
    }, new URL(link).hash);

    await expect(banner(other)).toContainText('1 cell differs from the lesson’s');
    expect(await codeOf(cell(other, 'missing'))).toBe('"from the link"');
    expect(await codeOf(cell(other, 'load'))).toContain('data.pima()');
    // Nothing has run.
    await expect(cell(other, 'missing')).toHaveAttribute('data-state', 'idle');
    await runCell(cell(other, 'missing'));
    await expect(outputOf(cell(other, 'missing'))).toContainText('from the link');

    await button(cell(other, 'missing'), 'Compare').click();
    await expect(dialog(other)).toContainText('"from the link"');
    await expect(dialog(other)).toContainText('pima');
    await other.keyboard.press('Escape');
    await expect(dialog(other)).toBeHidden();
    await expect(cell(other, 'load').getByText('differs from the lesson')).toHaveCount(0);

    await button(banner(other), 'Back to my own').click();
    await expect(banner(other)).toBeHidden();
    expect(new URL(other.url()).hash).toBe('');
    await expect.poll(() => codeOf(cell(other, 'load'))).toBe('"my own"');
    expect(await codeOf(cell(other, 'missing'))).not.toContain('from the link');
    await other.reload();
    await expect.poll(() => codeOf(cell(other, 'load'))).toBe('"my own"');
    const code = new URL(link).hash.slice('#code=v1.'.length);
    expect(requests.filter((address) => address.includes(code))).toEqual([]);
    await other.context().close();
  });

  test('can be kept, and is there without it after a reload', async ({ page, browser }) => {
    await startReading(page);
    await writeCode(page, 'missing', '"from the link"');
    await leaveEditor(page, 'missing');
    const other = await anotherReader(browser, await linkOf(page));
    await expect(banner(other)).toContainText('somebody’s code');
    await button(banner(other), 'Count what was never measured').click();
    await expect(cell(other, 'missing')).toBeInViewport();
    await button(banner(other), 'Keep as mine').click();
    await expect(banner(other)).toContainText('yours now');
    await expect(other.getByText(SAVED)).toBeVisible();
    expect(new URL(other.url()).hash).toBe('');
    await other.reload();
    await expect.poll(() => codeOf(cell(other, 'missing'))).toBe('"from the link"');
    await expect(banner(other)).toBeHidden();
    await other.context().close();
  });

  test('that was looked at and closed has written nothing', async ({ page, browser }) => {
    await startReading(page);
    await writeCode(page, 'missing', '"from the link"');
    await leaveEditor(page, 'missing');
    const other = await anotherReader(browser, await linkOf(page));
    await expect(banner(other)).toContainText('somebody’s code');
    await writeCode(other, 'load', '"tried on somebody’s page"');
    await leaveEditor(other, 'load');
    await runCell(cell(other, 'missing'));
    await other.goto('/learn/neural-networks');
    await expect(button(other, 'Run all')).toBeEnabled();
    await expect(other.getByText('edited', { exact: true })).toHaveCount(0);
    expect(await codeOf(cell(other, 'load'))).toContain('data.pima()');
    await other.context().close();
  });

  test('is copied', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await startReading(page);
    const link = await linkOf(page);
    expect(new URL(link).hash).toBe('');
    await expect(dialog(page)).toContainText('changed no code');
    await button(dialog(page), 'Copy the link').click();
    await expect(dialog(page).getByRole('status')).toHaveText('The link is copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  });

  test('that is too long is refused in words, with the file instead', async ({ page }) => {
    await startReading(page);
    let state = 1;
    const noise = () => (state = (state * 48_271) % 2_147_483_647).toString(36);
    const long = Array.from({ length: 8_000 }, noise).join('');
    await writeCode(page, 'missing', `"${long}"`);
    await leaveEditor(page, 'missing');
    await (await saveMenu(page)).getByRole('button', { name: /^Share by link/ }).click();
    await expect(dialog(page).getByRole('alert')).toContainText('Save a notebook file');
    const waiting = page.waitForEvent('download');
    await button(dialog(page), 'Save a notebook file').click();
    const text = await textOf(await waiting);
    expect(notebookFaults(JSON.parse(text) as Notebook)).toEqual([]);
    expect(text).toContain(long);
  });

  test('that is damaged says so above the lesson as it was', async ({ page }) => {
    await startReading(page);
    await writeCode(page, 'load', '"my own"');
    await leaveEditor(page, 'load');
    await expect(page.getByText(SAVED)).toBeVisible();
    await page.goto('/learn/neural-networks#code=v1.AAAA');
    await page.reload();
    await expect(banner(page)).toContainText('This link is damaged');
    await expect.poll(() => codeOf(cell(page, 'load'))).toBe('"my own"');
    await button(banner(page), 'Hide').click();
    await expect(banner(page)).toBeHidden();
  });
});
