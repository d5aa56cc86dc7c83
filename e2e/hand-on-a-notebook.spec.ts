import { readFile } from 'node:fs/promises';
import { codeOf, outputOf, waitForState } from './support/lesson';
import {
  cells,
  title,
  cellTitle,
  openNotebook,
  idOf,
  writeText,
  order,
  threeCells,
  openMenu,
  linkOf,
  anotherReader,
} from './support/notebook';
import { button, runCode, writeCode } from './support/reader';
import { expect, test } from './support/test';
import { SAVED, saveMenu } from './support/transfer';

test.describe('a notebook is handed on', () => {
  test.beforeEach(async ({ page }) => {
    await openNotebook(page);
    await runCode(page, await idOf(page, 0), 'show.text("It ran.");');
    await cellTitle(cells(page).first()).fill('Say it');
    await writeText(page, 'Some *words*.');
    await title(page).fill('Handed on');
    await page.keyboard.press('Enter');
    await expect(page.getByText(SAVED)).toBeVisible();
  });

  test('by a link that does nothing before Run, and is kept when asked to', async ({
    page,
    browser,
  }) => {
    const link = await linkOf(page);
    expect(new URL(link).pathname + new URL(link).search).toBe('/notebook');
    const other = await anotherReader(browser, link);
    await expect(other.getByText('This is somebody’s notebook')).toBeVisible();
    await expect(title(other)).toHaveValue('Handed on');
    await expect(cells(other).first()).toHaveAttribute('data-state', 'idle');
    await expect(outputOf(cells(other).first())).toBeEmpty();
    await button(cells(other).first(), 'Run').click();
    await expect(outputOf(cells(other).first())).toContainText('It ran.');
    await expect((await openMenu(other)).getByRole('listitem')).toHaveCount(0);
    await other.keyboard.press('Escape');

    await button(other, 'Keep it as mine').click();
    await expect(other.getByText(SAVED)).toBeVisible();
    await expect(other).toHaveURL(/\/notebook\?open=[0-9a-f]{16}$/);
    await other.reload();
    await expect(title(other)).toHaveValue('Handed on');
    await other.context().close();
  });

  test('without touching what the other has', async ({ page, browser }) => {
    const link = await linkOf(page);
    const other = await anotherReader(browser, '/notebook');
    await writeCode(other, await idOf(other, 0), '"mine"');
    await expect(other.getByText(SAVED)).toBeVisible();
    await openNotebook(other, link);
    await expect(title(other)).toHaveValue('Handed on');
    await writeCode(other, await idOf(other, 0), '"scribble"');
    await button(other, 'Back to my own').click();
    await expect(title(other)).toHaveValue('Untitled notebook');
    expect(await codeOf(cells(other).first())).toBe('"mine"');
    await other.context().close();
  });

  test('as a file that is read again', async ({ page }) => {
    const downloading = page.waitForEvent('download');
    await (await saveMenu(page)).getByRole('button', { name: /^Notebook for Jupyter/ }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toBe('handed-on.ipynb');
    const content = await readFile(await file.path(), 'utf8');
    expect(JSON.parse(content)).toMatchObject({ nbformat: 4, nbformat_minor: 5 });
    const choosing = page.waitForEvent('filechooser');
    await (await saveMenu(page)).getByRole('button', { name: /^Open a notebook file/ }).click();
    await (
      await choosing
    ).setFiles({
      name: 'again.ipynb',
      mimeType: 'application/x-ipynb+json',
      buffer: Buffer.from(content),
    });
    await expect((await openMenu(page)).getByRole('listitem')).toHaveCount(2);
    await expect(title(page)).toHaveValue('Handed on');
    expect(await order(page)).toEqual(['Say it', expect.stringContaining('Some words.')]);
    await waitForState(cells(page).first(), 'idle');
    await expect(page.getByText('Left out the outputs of 1 cell')).toBeVisible();
  });

  test('not by a damaged link, nor by one of a lesson', async ({ page }) => {
    await page.goto('/notebook#code=v1.broken');
    await expect(page.getByRole('alert').filter({ hasText: 'damaged' })).toBeVisible();
    await button(page, 'Open my own notebook').click();
    await expect(title(page)).toHaveValue('Handed on');
  });
});

test.describe('two tabs', () => {
  test('with one notebook follow each other, and say so', async ({ page, context }) => {
    await threeCells(page);
    await expect(page.getByText(SAVED)).toBeVisible();
    const second = await context.newPage();
    await openNotebook(second, page.url());
    await expect(second.getByText('open in another tab, too')).toBeVisible();
    await button(cells(second).nth(2), 'Delete').click();
    await expect(cells(page)).toHaveCount(2);
    await cellTitle(cells(page).first()).fill('From the first');
    await expect(cellTitle(cells(second).first())).toHaveValue('From the first');
  });

  test('that are written in at once do not overwrite each other', async ({ page, context }) => {
    await threeCells(page);
    await expect(page.getByText(SAVED)).toBeVisible();
    const second = await context.newPage();
    await openNotebook(second, page.url());
    await Promise.all([
      cellTitle(cells(page).first()).fill('Mine'),
      cellTitle(cells(second).first()).fill('Theirs'),
    ]);
    const both = [page, second];
    await expect
      .poll(async () => {
        const asked = await Promise.all(
          both.map((tab) => tab.getByText('changed in another tab as well').count()),
        );
        const shown = await Promise.all(
          both.map((tab) => cellTitle(cells(tab).first()).inputValue()),
        );
        // Either one had finished before the other began, and was followed, or they clash and are asked.
        return asked.includes(1) || shown[0] === shown[1];
      })
      .toBe(true);
    for (const tab of both) {
      if ((await tab.getByText('changed in another tab as well').count()) === 0) continue;
      await button(tab, 'Keep mine as a copy').click();
      await expect(tab.getByText(SAVED)).toBeVisible();
      await expect((await openMenu(tab)).getByRole('listitem')).toHaveCount(2);
    }
  });
});
