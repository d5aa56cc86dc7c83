import { expect, type Page, test } from '@playwright/test';
import {
  MODES,
  type Mode,
  cell,
  codeOf,
  openLesson,
  outputOf,
  replaceCode,
  runCell,
  waitForState,
} from './support/lesson';
import { readBeats, startBeating, timeToStop, waitForBeats } from './support/responsiveness';

/** A promise, in the words of SECURITY.md: to stop takes a second at most, and the page answers all the while. */
const STOP_MS = 1_000;
const ANSWER_P95_MS = 300;
/** Bounds one stutter on a crowded machine; a page that is held up by a cell is held up for longer. */
const ANSWER_LONGEST_MS = 1_000;

const RUNAWAYS: Record<string, string> = {
  'an endless loop': 'while (true) {}',
  'a loop that fills memory':
    'const kept: number[][] = [];\nwhile (true) kept.push(new Array(1000).fill(Math.random()));',
  'a loop that makes array buffers':
    'const kept: Uint8Array[] = [];\nwhile (true) kept.push(new Uint8Array(1_000_000).fill(1));',
  'a loop that makes tensors': 'while (true) tf.zeros([1000]);',
  'a flood of the console': "for (let i = 0; ; i++) console.log('line', i);",
  'a flood of long lines': "while (true) console.log('x'.repeat(10_000));",
  'a flood of values': 'for (let i = 0; ; i++) display({ i });',
  'a flood of figures': "while (true) show.matrix([[1, 2], [3, 4]], { title: 'Flood' });",
  'an endless chain of promises':
    'const again = (): any => Promise.resolve().then(again);\nawait again();',
  'an endless chain of timers':
    'await new Promise(() => {\n  const again = () => setTimeout(again);\n  again();\n});',
  'a promise that is never kept': 'await new Promise(() => {});',
  'a recursion without loops':
    'const deep = (n: number): number => (n === 0 ? 0 : deep(n - 1) + deep(n - 1));\ndeep(60);',
  'a regular expression that backtracks': "/^(a+)+$/.test('a'.repeat(60) + 'b');",
};
/** Those that are ours to stop: the sandbox is not replaced. */
const INTERRUPTED = ['an endless loop', 'a recursion without loops'];
const FLOODS = ['a flood of the console', 'a flood of long lines', 'a flood of values'];

/** Opens a lesson whose cell `load` runs away once it is pressed, and `missing` is one line that needs nothing. */
async function openRunaway(page: Page, mode: Mode, baseURL: string | undefined, code: string) {
  await openLesson(page, { mode, baseURL });
  await replaceCode(page, 'missing', '40 + 2');
  await runCell(cell(page, 'missing'));
  await replaceCode(page, 'load', code);
  return cell(page, 'load');
}

async function expectToRunAgain(page: Page): Promise<void> {
  const next = cell(page, 'missing');
  await runCell(next);
  await expect(outputOf(next)).toHaveText(/42/);
}

for (const mode of MODES) {
  test.describe(`in ${mode} mode`, () => {
    for (const [name, code] of Object.entries(RUNAWAYS)) {
      test(`${name} is stopped, and the page answers`, async ({ page, baseURL }) => {
        const runaway = await openRunaway(page, mode, baseURL, code);
        await startBeating(page);
        await runaway.getByRole('button', { name: 'Run' }).click();
        await waitForState(runaway, 'running');
        const before = (await readBeats(page)).count;
        await waitForBeats(page, before + 40);
        const stop = await timeToStop(runaway);
        const { p95, longest } = await readBeats(page);
        test.info().annotations.push({
          type: 'measured',
          description: `stop ${stop.toFixed(0)} ms; answer p95 ${p95.toFixed(0)}, longest ${longest.toFixed(0)} ms`,
        });
        expect(stop).toBeLessThan(STOP_MS);
        expect(p95).toBeLessThan(ANSWER_P95_MS);
        expect(longest).toBeLessThan(ANSWER_LONGEST_MS);
        expect(await codeOf(runaway)).toBe(code);
        if (FLOODS.includes(name)) {
          await expect(outputOf(runaway)).toContainText('showed more than the page keeps');
        }
        await expectToRunAgain(page);
      });
    }

    for (const name of INTERRUPTED) {
      test(`Stop keeps the variables of earlier cells in ${name}`, async ({ page, baseURL }) => {
        await openLesson(page, { mode, baseURL });
        await replaceCode(page, 'load', 'const token = performance.now();\ntoken;');
        await replaceCode(page, 'missing', RUNAWAYS[name] ?? '');
        await replaceCode(page, 'split', 'token;');
        await runCell(cell(page, 'load'));
        await expect(outputOf(cell(page, 'load'))).toHaveText(/\d/);
        const token = await outputOf(cell(page, 'load')).innerText();
        await cell(page, 'missing').getByRole('button', { name: 'Run' }).click();
        await waitForState(cell(page, 'missing'), 'running');
        expect(await timeToStop(cell(page, 'missing'))).toBeLessThan(STOP_MS);
        await waitForState(cell(page, 'load'), 'done');
        await runCell(cell(page, 'split'));
        // The clock has gone on: a second run of the first cell would show another number.
        expect(await outputOf(cell(page, 'split')).innerText()).toBe(token);
      });
    }

    test('a sandbox that is replaced leaves earlier cells stale, and they run again', async ({
      page,
      baseURL,
    }) => {
      await openLesson(page, { mode, baseURL });
      await replaceCode(page, 'load', 'const token = 7;');
      await replaceCode(page, 'missing', "/^(a+)+$/.test('a'.repeat(60) + 'b');");
      await replaceCode(page, 'split', 'token * 6;');
      await runCell(cell(page, 'load'));
      await cell(page, 'missing').getByRole('button', { name: 'Run' }).click();
      await waitForState(cell(page, 'missing'), 'running');
      await timeToStop(cell(page, 'missing'));
      await waitForState(cell(page, 'load'), 'stale');
      await expect(page.getByRole('status').filter({ hasText: 'Run all' })).toBeVisible();
      await runCell(cell(page, 'split'));
      await waitForState(cell(page, 'load'), 'done');
      await expect(outputOf(cell(page, 'split'))).toContainText('42');
    });

    test('a worker that runs out of memory is told of, and replaced', async ({ page, baseURL }) => {
      test.setTimeout(120_000);
      const runaway = await openRunaway(page, mode, baseURL, BOMB);
      await startBeating(page);
      // Playwright gives the whole page up when the process of a frame dies, so the page is asked directly.
      const ask = await askPage(page);
      await runaway.getByRole('button', { name: 'Run' }).click();
      const load = 'document.querySelector(\'[data-cell="load"]\')';
      const end = await ask(untilState('load', ['error', 'stopped']));
      expect(end).toBe('error');
      expect(await ask(`${load}.querySelector('[data-output]').innerText`)).toMatch(
        /SandboxError The sandbox .*make them smaller/s,
      );
      expect(await ask(`${load}.querySelector('pre').innerText.trimEnd()`)).toBe(BOMB);
      const beats = 'window.heartbeatsOfTest.toSorted((a, b) => a - b)';
      const p95 = Number(await ask(`${beats}.at(-Math.ceil(${beats}.length / 20))`));
      test.info().annotations.push({ type: 'measured', description: `p95 ${p95.toFixed(0)} ms` });
      expect(p95).toBeLessThan(ANSWER_P95_MS);
      // The next cell runs in a new sandbox.
      const next = 'document.querySelector(\'[data-cell="missing"]\')';
      const again = ask(untilState('missing', ['done', 'error']));
      await ask(
        `Array.from(${next}.querySelectorAll('button')).find((b) => b.innerText === 'Run').click()`,
      );
      expect(await again).toBe('done');
      await expect
        .poll(() => ask(`${next}.querySelector('[data-output]').innerText`))
        .toContain('42');
    });
  });
}

/** Grows without a loop that could be interrupted, until the heap is full. */
const BOMB =
  'const grow = (kept: unknown[]): Promise<never> =>\n' +
  '  Promise.resolve([kept, new Array(4_000_000).fill(0.5)]).then(grow);\nawait grow([]);';

/** Evaluates in the page by the browser's own protocol. */
async function askPage(page: Page): Promise<(expression: string) => Promise<unknown>> {
  const session = await page.context().newCDPSession(page);
  return async (expression) => {
    const options = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', options);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value as unknown;
  };
}

/** An expression for the state in which the next run of a cell ends. */
const untilState = (id: string, ends: readonly string[]) => `new Promise((resolve) => {
  const cell = document.querySelector('[data-cell="${id}"]');
  const look = () => ${JSON.stringify(ends)}.includes(cell.dataset.state) && resolve(cell.dataset.state);
  new MutationObserver(look).observe(cell, { attributeFilter: ['data-state'] });
})`;
