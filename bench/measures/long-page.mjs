import { idOf, openCells } from '../page/our-cells.mjs';
import { traceTasks } from '../page/trace-tasks.mjs';
import { summarize } from '../report/statistics.mjs';
import { ms, table } from '../report/table.mjs';
import { atMost } from '../report/targets.mjs';

const CELLS = 40;
const FIGURES = 20;
/** What a browser calls a long task. */
const LONG_MS = 50;

/** Every other cell draws a curve of a hundred points; the others print. */
const CODES = Array.from({ length: CELLS }, (_, at) => (at % 2 === 0 ? curve(at / 2) : text(at)));

function curve(at) {
  return `
const drawn${at} = watch.series({ title: 'Curve ${at}' });
for (let step = 1; step <= 100; step++) {
  drawn${at}.add(step, { loss: 1 / step + Math.sin(step / 7) / 9, accuracy: 1 - 1 / step });
}`;
}

function text(at) {
  return `// says where it stands\nshow.text('cell ${at}');\ntf.range(0, ${at + 3})`;
}

/**
 * The longest task of the page's main thread while a page of 40 cells and 20 figures, all run, is scrolled from end to
 * end and back.
 * @param {import('../main.mjs').Bench} bench
 */
export async function measureLongPage(bench) {
  const { context, page } = await openCells(bench, CODES);
  await page.getByRole('button', { name: 'Run all' }).click();
  const last = page.locator(`[data-cell="${idOf(CELLS - 1)}"][data-state="done"]`);
  await last.waitFor({ timeout: 60_000 });
  const figures = await page.locator('[data-output] figure canvas').count();
  if (figures < FIGURES) throw new Error(`There are ${figures} figures instead of ${FIGURES}.`);
  const tasks = [];
  for (let round = 0; round < bench.rounds; round++) {
    tasks.push(await traceTasks(bench.browser, page, () => scroll(page)));
  }
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await context.close();
  return {
    height,
    wall: summarize(tasks.map(({ wall }) => wall)),
    own: summarize(tasks.map(({ own }) => own)),
  };
}

/** By the wheel, as a reader does, until the page moves no further. */
async function scroll(page) {
  await page.mouse.move(640, 400);
  await page.evaluate(() => window.scrollTo(0, 0));
  for (const step of [160, -160]) {
    for (let from = -1, at = 0; at !== from;) {
      from = at;
      for (let turn = 0; turn < 8; turn++) await page.mouse.wheel(0, step);
      at = await page.evaluate(afterTwoFrames);
    }
  }
}

/** Runs in the page. */
async function afterTwoFrames() {
  for (let frame = 0; frame < 2; frame++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return window.scrollY;
}

/** @param {Awaited<ReturnType<typeof measureLongPage>>} result */
export function longPageReport({ height, wall, own }) {
  return table(
    `A page of ${CELLS} cells and ${FIGURES} figures, ${Math.round(height)} px high, scrolled to its end and back`,
    ['', 'median', 'worst'],
    [
      ['longest task by the clock', ms(wall.median), ms(wall.max)],
      ['longest task by the time that its thread worked', ms(own.median), ms(own.max)],
    ],
  );
}

/** @param {Awaited<ReturnType<typeof measureLongPage>>} result */
export function longPageTargets({ wall, own }) {
  const figure = 'Longest task, 40 cells and 20 figures scrolled';
  return [
    atMost(`${figure}, by the clock`, wall.median, LONG_MS, 'ms'),
    atMost(`${figure}, by its thread`, own.max, LONG_MS, 'ms'),
  ];
}
