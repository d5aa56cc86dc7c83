import { buttonOf, cellOf, freshContext, openLesson } from '../page/lesson.mjs';
import { summarize } from '../report/statistics.mjs';
import { summaryRow, SUMMARY_HEAD, table } from '../report/table.mjs';

const CELL = 'load';

/** Loops that no reader waits for: one that the compiler guards, and one that it takes to end by itself. */
const LOOPS = {
  guarded: 'let rounds = 0;\nwhile (true) rounds += 1;',
  unguarded: 'const end = 1e15;\nlet sum = 0;\nfor (let i = 0; i < end; i++) sum += i % 7;',
};

/**
 * From pressing Stop to the state `stopped`, and for the loop that costs the worker, to the next worker that is ready.
 * @param {import('../main.mjs').Bench} bench
 */
export async function measureStop(bench) {
  const result = {};
  for (const [name, code] of Object.entries(LOOPS)) {
    const context = await freshContext(bench.browser, bench.origin, { [CELL]: code });
    const page = await openLesson(context, bench.origin, CELL);
    const rounds = [];
    for (let round = 0; round < bench.rounds; round++) rounds.push(await stopOnce(page));
    await context.close();
    const readies = rounds.map(({ ready }) => ready).filter((ready) => ready !== null);
    result[name] = {
      stopped: summarize(rounds.map(({ stopped }) => stopped)),
      replaced: readies.length,
      ready: readies.length === 0 ? null : summarize(readies),
    };
  }
  return result;
}

async function stopOnce(page) {
  const section = await cellOf(page, CELL).elementHandle();
  await buttonOf(page, CELL, 'Run').click();
  await page.waitForFunction((cell) => cell.dataset.state === 'running', section);
  // Long enough for the loop to be the machine code that it becomes.
  await page.waitForTimeout(300);
  const stop = await buttonOf(page, CELL, 'Stop').elementHandle();
  const { start, ms } = await page.evaluate(
    ([cell, button]) => {
      const stopped = window.benchState(cell, ['stopped']);
      button.click();
      return stopped;
    },
    [section, stop],
  );
  return { stopped: ms, ready: await nextReady(page, start) };
}

/** Milliseconds from `start` to the next worker, or null when the old one is kept. */
async function nextReady(page, start) {
  const replaced = await hasMark(page, 'post terminate', start);
  if (!replaced) return null;
  await page.waitForFunction(
    (since) => window.benchMarks.some(({ name, at }) => name === 'hear ready' && at > since),
    start,
  );
  const at = await page.evaluate(
    (since) => window.benchMarks.find(({ name, at }) => name === 'hear ready' && at > since).at,
    start,
  );
  return at - start;
}

const hasMark = (page, wanted, start) =>
  page.evaluate(
    ([wanted, since]) => window.benchMarks.some(({ name, at }) => name === wanted && at > since),
    [wanted, start],
  );

/** @param {Awaited<ReturnType<typeof measureStop>>} result */
export function stopReport({ guarded, unguarded }) {
  const rows = [
    summaryRow('a guarded loop, until stopped', guarded.stopped),
    summaryRow('a loop without a guard, until stopped', unguarded.stopped),
  ];
  for (const [name, { ready }] of Object.entries({ guarded, unguarded })) {
    if (ready !== null) rows.push(summaryRow(`${name}: until another worker is ready`, ready));
  }
  return table('Stop: from the press (promised: at most 1 s)', SUMMARY_HEAD, rows);
}
