import type { Page } from '@playwright/test';
import { button } from '../reader';
import { RUNAWAY } from './programs';
import { pressIfAble, settle, shownOn, write, type Shown } from './page';

/** The slider of a cell that is fresh. */
const sliderOf = (page: Page) =>
  page.locator('[data-state="done"] [data-control] input[type="range"]').first();

/** Where the soak's slider stands; null where there is none that counts. */
export const sliderOn = (page: Page): Promise<string | null> =>
  // In one go: between two looks its cell may begin to run.
  sliderOf(page).evaluateAll(([slider]) => (slider as HTMLInputElement | undefined)?.value ?? null);

/** How the code of some cells comes onto a page on which nothing else counts. */
export type Lay = (page: Page, cells: readonly Pick<Shown, 'id' | 'code'>[]) => Promise<void>;

/** Writes it into the cells of the lesson. */
export const layInLesson: Lay = async (page, cells) => {
  const before = await shownOn(page);
  for (const { id, code } of cells) {
    const present = before.find((one) => one.id === id)?.code;
    if (present !== code) await write(page.locator(`[data-cell="${id}"]`), code);
  }
};

/** In place of a cell that never ends: nothing follows from either. */
const ENDS = "throw new Error('would not end')";

/**
 * What the code of `cells` gives when it runs once from the top, in new memory, with the slider where it is: the thing
 * that every fresh cell is held against.
 */
export async function cleanRun(
  page: Page,
  cells: readonly Shown[],
  slider: string | null,
  lay: Lay,
): Promise<Shown[]> {
  await lay(
    page,
    cells.map(({ id, code }) => ({ id, code: code === RUNAWAY ? ENDS : code })),
  );
  await fromTheTop(page);
  const standing = await sliderOn(page);
  if (slider !== null && standing !== null && standing !== slider) {
    await sliderOf(page).fill(slider);
    await settle(page);
    await fromTheTop(page);
  }
  return shownOn(page);
}

async function fromTheTop(page: Page): Promise<void> {
  await button(page, 'Restart').click();
  await settle(page);
  await pressIfAble(page, 'Run all');
  await settle(page);
}
