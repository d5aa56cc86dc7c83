import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { button } from '../reader';

/** What a page shows of a cell. `fresh`: it says so. */
export type Shown = { id: string; state: string; fresh: boolean; code: string; text: string };

/** All cells in page order. What a run took (time, memory) is left out: it may differ from run to run. */
export function shownOn(page: Page): Promise<Shown[]> {
  return page.locator('section[data-cell]').evaluateAll((sections) =>
    sections.map((section) => {
      const output = section.querySelector('[data-output]')?.cloneNode(true) as HTMLElement;
      for (const extra of output.querySelectorAll(
        '[data-memory], [data-control], [data-earlier]',
      )) {
        extra.remove();
      }
      const said = [...section.querySelectorAll('p')].filter((p) => !p.closest('[data-output]'));
      return {
        id: section.getAttribute('data-cell') ?? '',
        state: section.getAttribute('data-state') ?? '',
        fresh: said.some((p) => p.textContent?.startsWith('fresh')),
        code: section.querySelector('[data-editor] pre')?.textContent?.replace(/\n$/, '') ?? '',
        text: (output.textContent ?? '').trim(),
      };
    }),
  );
}

/** Resolves when nothing runs and nothing waits, or to false when that takes longer than `patience` milliseconds. */
function comesToRest(page: Page, patience: number): Promise<boolean> {
  return page.evaluate(async (ms) => {
    const isBusy = () => document.querySelector('[data-state="running"], [data-state="queued"]');
    const end = performance.now() + ms;
    while (isBusy() && performance.now() < end) await new Promise((go) => setTimeout(go, 20));
    return !isBusy();
  }, patience);
}

/** Waits until nothing runs and nothing waits; what does not end within some seconds is stopped, as a reader would. */
export async function settle(page: Page): Promise<void> {
  if (await comesToRest(page, 4_000)) return;
  // It may end by itself just now, which takes Stop away.
  await button(page, 'Stop all')
    .click({ timeout: 2_000 })
    .catch(() => {});
  expect(await comesToRest(page, 8_000), 'what runs ends or can be stopped').toBe(true);
}

/** Writes as a reader with a narrow screen does, in a plain text area. */
export async function write(cell: Locator, code: string): Promise<void> {
  await cell.locator('[data-editor] pre').first().click();
  const area = cell.locator('[data-editor="plain"] textarea');
  await area.fill(code);
  await area.press('Escape');
}

/** Presses a button that may not be enabled just now, or not there; says whether it was. */
export async function pressIfAble(within: Page | Locator, name: string): Promise<boolean> {
  const one = button(within, name).first();
  if ((await one.count()) === 0 || (await one.isDisabled())) return false;
  return one.click({ timeout: 2_000 }).then(
    () => true,
    () => false,
  );
}
