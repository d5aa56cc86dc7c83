import { deflateRawSync } from 'node:zlib';
import { freshContext } from './lesson.mjs';

/**
 * Our page with these cells: a notebook that was opened from a link, in a context of its own. Nothing has run.
 * @param {{ browser: import('@playwright/test').Browser, origin: string }} bench
 * @param {readonly string[]} codes
 */
export async function openCells({ browser, origin }, codes) {
  const context = await freshContext(browser, origin);
  const page = await context.newPage();
  await page.goto(`${origin}/notebook${fragmentOf(codes)}`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Run all' }).waitFor();
  await page.locator(`[data-cell="${idOf(codes.length - 1)}"]`).waitFor();
  return { context, page };
}

/**
 * Runs one of them as a reader does.
 * @returns {Promise<{ ms: number, text: string }>} from the press to the state `done`, and what it showed
 * @throws {Error} with what it showed when it failed
 */
export async function runCell(page, at) {
  const cell = page.locator(`[data-cell="${idOf(at)}"]`);
  const section = await cell.elementHandle();
  const button = await cell.getByRole('button', { name: 'Run', exact: true }).elementHandle();
  const { ms, state } = await page.evaluate(
    ([section, button]) => {
      const ended = window.benchState(section, ['done', 'error', 'stopped']);
      button.click();
      return ended;
    },
    [section, button],
  );
  const text = await cell.locator('[data-output]').innerText();
  if (state !== 'done') throw new Error(`The cell ended in the state ${state}: ${text}`);
  return { ms, text };
}

/** The code of a cell that calls a function of `works/` with `tf` and these values, and shows what it returns. */
export function cellOfWork(time, ...values) {
  const list = ['tf', ...values.map((value) => JSON.stringify(value))].join(', ');
  return `show.text(JSON.stringify(await (${time})(${list})));`;
}

/** What such a cell has shown. */
export async function runWork(page, at) {
  const { text } = await runCell(page, at);
  return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
}

/** The same, or the words in which it failed. */
export async function askCell(page, at) {
  try {
    return { value: await runWork(page, at) };
  } catch (error) {
    return { error: error.message };
  }
}

/** The id of the cell at a place among them, from 0. */
export const idOf = (at) => `cell-${at + 1}`;

/** As `lib/share` writes it: JSON, deflated, as base64url. */
function fragmentOf(codes) {
  const cells = codes.map((code, at) => ({ kind: 'code', id: idOf(at), title: '', code }));
  const share = { version: 1, lesson: null, title: 'Bench', seed: 1, cells };
  return `#code=v1.${deflateRawSync(JSON.stringify(share)).toString('base64url')}`;
}
