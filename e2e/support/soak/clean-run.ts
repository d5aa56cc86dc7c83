import type { Page } from '@playwright/test';
import { button, startReading } from '../reader';
import { RUNAWAY } from './programs';
import { pressIfAble, settle, shownOn, write, type Shown } from './page';

/** Where the soak's slider stands; null where there is none. */
export async function sliderOn(page: Page): Promise<string | null> {
  const field = page.locator('[data-control] input[type="range"]').first();
  return (await field.count()) === 0 ? null : field.inputValue();
}

/** Opens a page for clean runs, in a browser context of its own. */
export async function openClean(page: Page): Promise<void> {
  await page.setViewportSize({ width: 620, height: 900 });
  await startReading(page);
}

/**
 * What the code of `cells` gives when it runs once from the top, in new memory, with the slider where it is: the thing
 * that every fresh cell is held against. A cell that never ends is left out.
 */
export async function cleanRun(
  page: Page,
  cells: readonly Shown[],
  slider: string | null,
): Promise<Shown[]> {
  const before = await shownOn(page);
  for (const { id, code } of cells) {
    const present = before.find((one) => one.id === id)?.code;
    if (present !== code) await write(page.locator(`[data-cell="${id}"]`), code);
  }
  await fromTheTop(page, cells);
  if (slider !== null && (await sliderOn(page)) !== slider) {
    await page.locator('[data-control] input[type="range"]').first().fill(slider);
    await settle(page);
    await fromTheTop(page, cells);
  }
  return shownOn(page);
}

async function fromTheTop(page: Page, cells: readonly Shown[]): Promise<void> {
  await button(page, 'Restart').click();
  await settle(page);
  for (const { id, code } of cells) {
    if (code === RUNAWAY) continue;
    await pressIfAble(page.locator(`[data-cell="${id}"]`), 'Run');
    await settle(page);
  }
}
