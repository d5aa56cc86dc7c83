import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { dialog } from './kept';
import { button, leaveEditor, writeCode } from './reader';
import { linkOf as linkInDialog } from './transfer';

export const blocks = (page: Page): Locator => page.locator('[data-block]');
export const cells = (page: Page): Locator => page.locator('[data-cell]');
export const texts = (page: Page): Locator => page.locator('[data-block]:not(:has([data-cell]))');
export const title = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Title of the notebook' });
export const cellTitle = (of: Locator): Locator =>
  of.getByRole('textbox', { name: 'Title of the cell' });

export async function openNotebook(page: Page, address = '/notebook'): Promise<void> {
  await page.goto(address);
  await expect(button(page, 'Run all')).toBeEnabled();
  await expect(title(page)).toBeVisible();
}

/** The id of the code cell at a place among those, from 0. */
export async function idOf(page: Page, at: number): Promise<string> {
  return (await cells(page).nth(at).getAttribute('data-cell')) ?? '';
}

export async function addCode(page: Page): Promise<string> {
  const before = await cells(page).count();
  await button(page, 'Add code at the end').click();
  await expect(cells(page)).toHaveCount(before + 1);
  return idOf(page, before);
}

export async function writeText(page: Page, markdown: string): Promise<void> {
  await button(page, 'Add text at the end').click();
  const field = page.getByRole('textbox', { name: 'Text in Markdown' });
  await expect(field).toBeFocused();
  await field.fill(markdown);
  await page.keyboard.press('Shift+Enter');
  await expect(field).toHaveCount(0);
}

/** What every block says first: the titles of cells, the words of texts. */
export async function order(page: Page): Promise<string[]> {
  const all = await blocks(page).all();
  return Promise.all(
    all.map(async (block) => {
      const field = cellTitle(block);
      return (await field.count()) > 0 ? field.inputValue() : (await block.innerText()).trim();
    }),
  );
}

/** Three titled cells: a, b reads a, c. */
export async function threeCells(page: Page): Promise<void> {
  await openNotebook(page);
  await writeCode(page, await idOf(page, 0), 'const a = 2;\na');
  await leaveEditor(page, await idOf(page, 0));
  for (const code of ['const b = a * 3;\nb', '"c"']) {
    const id = await addCode(page);
    await writeCode(page, id, code);
    await leaveEditor(page, id);
  }
  for (const [at, name] of ['A', 'B', 'C'].entries())
    await cellTitle(cells(page).nth(at)).fill(name);
}

export async function openMenu(page: Page): Promise<Locator> {
  const menu = page
    .locator('details')
    .filter({ has: page.locator('summary', { hasText: 'Notebooks' }) });
  if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click();
  await expect(button(menu, 'New notebook')).toBeVisible();
  return menu;
}

export async function linkOf(page: Page): Promise<string> {
  const link = await linkInDialog(page);
  await button(dialog(page), 'Close').click();
  return link;
}

export async function anotherReader(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await openNotebook(page, address);
  return page;
}
