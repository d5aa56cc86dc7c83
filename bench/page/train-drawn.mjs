import { idOf } from './our-cells.mjs';

/**
 * Runs the first cell of a page and watches the page while a figure of this kind is drawn.
 * @param {import('@playwright/test').Page} page of `openCells`
 * @param {string} kind
 * @returns {Promise<{ result: any, frames: number, drawings: number, longestTask: number }>} what the cell showed as JSON;
 *   frames that the page could show and new drawings of the figure, a second; the longest task in milliseconds, 0 for none
 *   of 50 or more
 */
export async function trainDrawn(page, kind) {
  const cell = page.locator(`[data-cell="${idOf(0)}"]`);
  const section = await cell.elementHandle();
  const button = await cell.getByRole('button', { name: 'Run', exact: true }).elementHandle();
  const { state, ...seen } = await page.evaluate(watchInPage, [section, button, kind]);
  const text = await cell.locator('[data-output]').innerText();
  const json = /\{"ms".*?\}/.exec(text)?.[0];
  if (state !== 'done' || json === undefined) {
    throw new Error(`The cell ended in the state ${state}: ${text}`);
  }
  if (Number.isNaN(seen.frames)) throw new Error(`No ${kind} was drawn: it was out of view.`);
  return { result: JSON.parse(json), ...seen };
}

/** Runs in the page: from the first step that is drawn to the end. */
async function watchInPage([section, button, kind]) {
  const tasks = [];
  const long = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  long.observe({ type: 'longtask' });
  let [frames, drawings, begun, going] = [0, 0, NaN, true];
  const steps = new MutationObserver((records) => {
    if (!records.some(({ target }) => target.dataset.figure === kind)) return;
    if (Number.isNaN(begun)) begun = performance.now();
    drawings += 1;
  });
  steps.observe(section, { attributeFilter: ['data-step'], subtree: true });
  const tick = () => {
    if (!Number.isNaN(begun)) frames += 1;
    if (going) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  const ended = window.benchState(section, ['done', 'error', 'stopped']);
  button.click();
  const { state } = await ended;
  going = false;
  const seconds = (performance.now() - begun) / 1000;
  steps.disconnect();
  tasks.push(...long.takeRecords());
  long.disconnect();
  const lengths = tasks.filter(({ startTime }) => startTime >= begun).map((one) => one.duration);
  return {
    state,
    frames: frames / seconds,
    drawings: drawings / seconds,
    longestTask: Math.max(0, ...lengths),
  };
}
