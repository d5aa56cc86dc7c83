import { expect, type Locator, type Page } from '@playwright/test';
import { outputOf, replaceCode } from './lesson';

/** Puts code in place of that of several cells, one after the other, as a reader does. */
export async function replaceCodes(page: Page, codes: Readonly<Record<string, string>>) {
  for (const [id, code] of Object.entries(codes)) await replaceCode(page, id, code);
}

/** A line of `show.text` among what a cell shows. */
export const lineIn = (of: Locator, text: string): Locator =>
  outputOf(of).getByText(text, { exact: true });

/** The part of a cell's bar that says its state, and what there is to say of it. */
export const stateOf = (of: Locator): Locator =>
  of.locator('p').filter({ hasText: STATES }).filter({ visible: true }).first();

const STATES =
  /^(never run|stale|waiting|running|fresh|trained \d+ times|after \d+ trainings|failed|stopped)/;

/** Opens the menu of a cell's bar. */
export async function openMore(of: Locator): Promise<Locator> {
  const summary = of.page().locator('summary', { hasText: 'More' });
  const menu = of.locator('details').filter({ has: summary });
  await menu.locator('summary').click();
  await expect(menu.getByRole('button', { name: 'Run to here' })).toBeVisible();
  return menu;
}

declare global {
  interface Window {
    linesOfTest?: string[];
  }
}

/**
 * Notes each line that the cell shows from now on, also one that is gone again before a test could look. Returns what
 * was noted so far, each text once in the order in which they came.
 */
export async function noteLines(of: Locator): Promise<() => Promise<string[]>> {
  await outputOf(of).evaluate((output) => {
    const lines: string[] = (window.linesOfTest = []);
    new MutationObserver(() => {
      for (const { textContent } of output.querySelectorAll('p')) {
        if (textContent && !lines.includes(textContent)) lines.push(textContent);
      }
    }).observe(output, { childList: true, characterData: true, subtree: true });
  });
  return () => of.page().evaluate(() => window.linesOfTest ?? []);
}
