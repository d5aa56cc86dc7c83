import { expect, type Locator, type Page } from '@playwright/test';
import { cell, openLesson, outputOf, waitForState } from './lesson';

/** Opens the lesson and waits until its scripts have taken over: its buttons are disabled before. */
export const startReading = (page: Page): Promise<void> => openLesson(page);

export function button(within: Page | Locator, name: string): Locator {
  return within.getByRole('button', { name, exact: true });
}

/** A cell's code while nobody edits it. */
export function codeIn(one: Locator): Locator {
  return one.locator('[data-cell-code]');
}

/** Opens a cell's code in its editor by keyboard, with the caret at the start or where it was. */
export async function openEditor(page: Page, id: string): Promise<void> {
  const one = cell(page, id);
  await codeIn(one).focus();
  await page.keyboard.press('Enter');
  await expect(one.locator('[data-editor]')).toHaveAttribute('data-editor', /monaco|plain/);
  // A cell of a notebook has a title to write, too.
  await expect(one.locator('[data-editor]').getByRole('textbox')).toBeFocused();
}

/** Puts `text` in place of a cell's code, as from the clipboard; the editor stays open. */
export async function writeCode(page: Page, id: string, text: string): Promise<void> {
  await openEditor(page, id);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = { clipboardData, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', event));
  }, text);
}

/** Escape leaves the editor; the focus is then on the code. */
export async function leaveEditor(page: Page, id: string): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(codeIn(cell(page, id))).toBeFocused();
}

/** Writes code into a cell and runs it by keyboard. Returns the cell's output. */
export async function runCode(
  page: Page,
  id: string,
  text: string,
  end: 'done' | 'error' = 'done',
): Promise<Locator> {
  await writeCode(page, id, text);
  await page.keyboard.press('Shift+Enter');
  await waitForState(cell(page, id), end, 30_000);
  await leaveEditor(page, id);
  return outputOf(cell(page, id));
}

/** Runs the whole lesson to its good end. */
export async function runWholeLesson(page: Page): Promise<void> {
  await button(page, 'Run all').click();
  for (const one of await page.locator('section[data-cell]').all()) {
    await waitForState(one, 'done', 50_000);
  }
}

/** Whether the page itself can be scrolled sideways. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth;
  });
}

/** Where a word first stands in an element, in pixels of the window; it must be within one text node. */
export function placeOfWord(
  of: Locator,
  word: string,
): Promise<{ x: number; y: number; width: number; height: number }> {
  return of.evaluate((element, text) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const start = node.textContent?.indexOf(text) ?? -1;
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + text.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    }
    throw new Error(`"${text}" is not there.`);
  }, word);
}
