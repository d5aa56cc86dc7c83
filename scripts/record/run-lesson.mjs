import { SetupError } from '../setup/fail.mjs';
import { readKept } from './read-kept.mjs';

/** A lesson is to run within three minutes on two cores; machines that do other things too take longer. */
const TIMEOUT = 15 * 60_000;
/** On every machine, and the same numbers on all of them but for rounding. */
const DEVICE = 'WebAssembly';

/** How `budget` of the course's library says so. */
export const CUT_SHORT = /^Stopped (?:after \d+|within the first) of \d+ .* to end within/m;

/**
 * Opens the lesson, presses Run all and waits for the end.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 * @returns {Promise<Map<string, object>>} what the page keeps of each cell, as `Keepsake`, by the cell's id
 * @throws {SetupError} when a cell does not end as `done`, or a budget has cut its training short
 */
export async function runLesson(browser, address, slug) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.goto(`${address}/learn/${slug}`);
    await page.locator('summary').filter({ hasText: 'Device:' }).click();
    await page.getByRole('radio', { name: DEVICE }).check();
    await page.getByRole('button', { name: 'Run all' }).click();
    await page.waitForFunction(hasEnded, null, { timeout: TIMEOUT, polling: 500 });
    await requireDone(page, slug);
    // What the page keeps of its outputs is written down, at the latest, when it is left.
    await page.goto(`${address}/icon.svg`);
    return await readKept(page, slug);
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
function hasEnded() {
  const states = [...document.querySelectorAll('[data-cell]')].map(({ dataset }) => dataset.state);
  if (states.some((state) => ['error', 'stopped'].includes(state))) return true;
  return states.length > 0 && states.every((state) => state === 'done');
}

async function requireDone(page, slug) {
  const cells = await page.locator('[data-cell]').evaluateAll((sections) =>
    sections.map((section) => ({
      id: section.dataset.cell,
      state: section.dataset.state,
      shown: section.querySelector('[data-output]')?.innerText ?? '',
    })),
  );
  const cut = cells.find(({ shown }) => CUT_SHORT.test(shown));
  if (cut !== undefined) {
    throw new SetupError(
      `The training of cell "${cut.id}" of ${slug} was cut short by its budget, so the lesson was not recorded.`,
      'Record again when the machine has nothing else to do, or give the budget more seconds.',
    );
  }
  const bad = cells.find(({ state }) => state !== 'done');
  if (bad === undefined) return;
  throw new SetupError(
    `The cell "${bad.id}" of ${slug} ended as "${bad.state}", so the lesson was not recorded:\n${bad.shown}`,
    'Correct the cell, see that Run all ends well in a browser, and record again.',
  );
}
