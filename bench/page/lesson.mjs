import { installProbe } from './probe.mjs';
import { seedDrafts } from './seed-drafts.mjs';

/** From the first move of a pointer to a press is longer than this; the frame has its process by then. */
const FRAME_MS = 500;

export const LESSON_PATH = '/learn/neural-networks';

/**
 * A context of its own (no cache, no storage) with the probe and these edits in it.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} origin
 * @param {Record<string, string>} [edits]
 */
export async function freshContext(browser, origin, edits = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(installProbe);
  if (Object.keys(edits).length > 0) await seedDrafts(context, origin, edits);
  return context;
}

/**
 * Opens the lesson and waits until it takes presses and shows the reader's edits. Nothing is touched, but the pointer has
 * moved on the page, as it has before any press: the page takes that for the sign to open the sandbox's frame.
 * @param {import('@playwright/test').BrowserContext} context
 * @param {string} origin
 * @param {string} [edited] a cell that has to show as edited
 */
export async function openLesson(context, origin, edited) {
  const page = await context.newPage();
  await page.goto(origin + LESSON_PATH, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Run all' }).waitFor();
  if (edited !== undefined)
    await cellOf(page, edited).getByText('edited', { exact: true }).waitFor();
  await movePointer(page);
  await page.waitForTimeout(FRAME_MS);
  return page;
}

/** As a hand does: more than once, since the first move may come before the page listens. */
async function movePointer(page) {
  const frame = page.locator('iframe');
  for (let moves = 0; moves < 50 && (await frame.count()) === 0; moves++) {
    await page.mouse.move(640 + moves, 100);
    await page.waitForTimeout(100);
  }
  await frame.waitFor({ state: 'attached' });
}

export const cellOf = (page, id) => page.locator(`[data-cell="${id}"]`);
export const buttonOf = (page, id, name) => cellOf(page, id).getByRole('button', { name });
