import { readFile } from 'node:fs/promises';
import { expect, type Download, type Locator, type Page } from '@playwright/test';
import { dialog } from './kept';

export const SAVED = 'Your changes are saved in this browser.';

/** Opens the menu “Share and save” of a lesson or a notebook. */
export async function saveMenu(page: Page): Promise<Locator> {
  const menu = page.locator('details').filter({ hasText: 'Share and save' }).last();
  if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click();
  await expect(menu.getByRole('button', { name: /^TypeScript/ })).toBeVisible();
  return menu;
}

/** Saves a file through that menu; `name` is of its button. */
export async function saveAs(page: Page, name: RegExp): Promise<Download> {
  const menu = await saveMenu(page);
  const waiting = page.waitForEvent('download');
  await menu.getByRole('button', { name }).click();
  const file = await waiting;
  await expect(menu.getByRole('status')).toHaveText(`Saved ${file.suggestedFilename()}.`);
  return file;
}

export const textOf = async (file: Download) => readFile(await file.path(), 'utf8');

export type Notebook = { cells: { id: string; source: string[]; outputs?: object[] }[] };

export async function savedNotebook(page: Page): Promise<Notebook> {
  return JSON.parse(await textOf(await saveAs(page, /^Notebook for Jupyter/))) as Notebook;
}

/** Asks for a link; its dialog stays open. */
export async function linkOf(page: Page): Promise<string> {
  await (await saveMenu(page)).getByRole('button', { name: /^Share by link/ }).click();
  const field = dialog(page).getByRole('textbox', { name: 'Link' });
  await expect(field).toHaveValue(/^http/);
  return field.inputValue();
}
