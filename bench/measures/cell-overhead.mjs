import { freshContext } from '../page/lesson.mjs';
import { idOf, openCells, runCell } from '../page/our-cells.mjs';
import { median, summarize } from '../report/statistics.mjs';
import { ms, summaryRow, SUMMARY_HEAD, table } from '../report/table.mjs';
import { atMost } from '../report/targets.mjs';

/** Shows a tensor whose values tell one run from the next. */
const CELL = '// makes a tensor of three\ntf.tensor([1, 2, Math.round(performance.now())])';
const PROMISED_MS = 30;
/** One press is short beside what a busy machine adds to it. */
const PRESSES = 12;

/**
 * From pressing Run to the first output in the document, where the sandbox is warm and the cell has run before; beside
 * it, from the same press to the same tensor of a bare worker with plain TensorFlow.js. Press by press in turn.
 * @param {import('../main.mjs').Bench} bench
 */
export async function measureCellOverhead(bench) {
  const ours = await openCells(bench, [CELL]);
  await runCell(ours.page, 0);
  const plain = await openPlain(bench);
  const times = { ours: [], plain: [] };
  const stages = [];
  for (let press = 0; press < bench.rounds * PRESSES; press++) {
    const run = await pressOurs(ours.page);
    times.ours.push(run.ms);
    stages.push(run.stages);
    times.plain.push(await pressPlain(plain.page));
  }
  await ours.context.close();
  await plain.context.close();
  const over = times.ours.map((time, press) => time - times.plain[press]);
  return {
    times: { ours: summarize(times.ours), plain: summarize(times.plain), over: summarize(over) },
    stages: Object.fromEntries(
      Object.keys(stages[0]).map((name) => [name, median(stages.map((stage) => stage[name]))]),
    ),
  };
}

async function openPlain({ browser, plainOrigin }) {
  const context = await freshContext(browser, plainOrigin);
  const page = await context.newPage();
  await page.goto(plainOrigin, { waitUntil: 'networkidle' });
  await pressPlain(page);
  return { context, page };
}

function pressPlain(page) {
  return page.evaluate(async () => {
    const output = document.querySelector('output');
    output.textContent = '';
    const { ms } = await window.benchPress(document.querySelector('button'), output, false);
    return ms;
  });
}

async function pressOurs(page) {
  const cell = page.locator(`[data-cell="${idOf(0)}"]`);
  const section = await cell.elementHandle();
  const button = await cell.getByRole('button', { name: 'Run', exact: true }).elementHandle();
  const result = await page.evaluate(pressInPage, [section, button]);
  // The bar still takes in what the run has ended with.
  await page.waitForFunction((cell) => cell.dataset.state === 'done', section);
  return result;
}

/** Runs in the page: until the output is another than that of the run before. */
function pressInPage([section, button]) {
  const output = section.querySelector('[data-output]');
  const before = output.textContent;
  const from = window.benchMarks.length;
  return new Promise((resolve) => {
    const start = performance.now();
    const observer = new MutationObserver(() => {
      const text = output.textContent;
      if (text === before || !text.includes('float32')) return;
      observer.disconnect();
      const end = performance.now();
      const marks = window.benchMarks.slice(from);
      const at = (name) => (marks.find((mark) => mark.name === name)?.at ?? Number.NaN) - start;
      resolve({
        ms: end - start,
        stages: {
          'the run is sent': at('post run'),
          'the run has started': at('hear started'),
          'the output arrives': at('hear outputs'),
          'the output is in the document': end - start,
        },
      });
    });
    observer.observe(output, { childList: true, subtree: true, characterData: true });
    button.click();
  });
}

/** @param {Awaited<ReturnType<typeof measureCellOverhead>>} result */
export function cellOverheadReport({ times, stages }) {
  return [
    table('A warm cell: from pressing Run to its first output in the document', SUMMARY_HEAD, [
      summaryRow('a cell', times.ours),
      summaryRow('a bare worker', times.plain),
      summaryRow('the cell over the worker', times.over),
    ]),
    table(
      'When, from the press (medians)',
      ['', ''],
      Object.entries(stages).map(([name, value]) => [name, ms(value)]),
    ),
  ].join('');
}

/** @param {Awaited<ReturnType<typeof measureCellOverhead>>} result */
export function cellOverheadTargets({ times }) {
  return [atMost('A warm cell over a bare worker', times.over.median, PROMISED_MS, 'ms')];
}
