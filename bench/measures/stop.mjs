import { idOf, openCells, runCell } from '../page/our-cells.mjs';
import { summarize } from '../report/statistics.mjs';
import { summaryRow, SUMMARY_HEAD, table } from '../report/table.mjs';
import { atMost } from '../report/targets.mjs';

/** What no reader waits for: a loop that the compiler guards, one that it takes to end by itself, and a long training. */
const LOOPS = {
  guarded: 'let rounds = 0;\nwhile (true) rounds += 1;',
  unguarded: 'const end = 1e15;\nlet sum = 0;\nfor (let i = 0; i < end; i++) sum += i % 7;',
  training: `
const network = tf.sequential();
network.add(tf.layers.dense({ units: 64, activation: 'relu', inputShape: [8] }));
network.add(tf.layers.dense({ units: 1 }));
network.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
await network.fit(tf.randomNormal([768, 8]), tf.zeros([768, 1]), { epochs: 1e6 });`,
};

/** A variable of an earlier cell, and a cell that looks whether it is still there. */
const KEPT = ['const kept = tf.scalar(42);', 'show.text(`kept: ${kept.dataSync()[0]}`);'];
const LOOP = KEPT.length;

const WORDS = {
  guarded: 'a guarded loop',
  unguarded: 'a loop without a guard',
  training: 'a training by fit',
};

/**
 * From pressing Stop to the state `stopped`; whether a variable of an earlier cell is there without that cell running
 * again; and where Stop costs the worker, the time to the next one that is ready.
 * @param {import('../main.mjs').Bench} bench
 */
export async function measureStop(bench) {
  const result = {};
  for (const [name, code] of Object.entries(LOOPS)) {
    const { context, page } = await openCells(bench, [...KEPT, code]);
    const rounds = [];
    for (let round = 0; round < bench.rounds; round++) rounds.push(await stopOnce(page));
    await context.close();
    const readies = rounds.map(({ ready }) => ready).filter((ready) => ready !== null);
    result[name] = {
      stopped: summarize(rounds.map(({ stopped }) => stopped)),
      kept: rounds.filter(({ kept }) => kept).length,
      replaced: readies.length,
      ready: readies.length === 0 ? null : summarize(readies),
    };
  }
  return result;
}

async function stopOnce(page) {
  await runCell(page, 0);
  const cell = page.locator(`[data-cell="${idOf(LOOP)}"]`);
  const section = await cell.elementHandle();
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForFunction((cell) => cell.dataset.state === 'running', section);
  // Long enough for the loop to be the machine code that it becomes.
  await page.waitForTimeout(300);
  const stop = await cell.getByRole('button', { name: 'Stop' }).elementHandle();
  const { start, ms } = await page.evaluate(
    ([cell, button]) => {
      const stopped = window.benchState(cell, ['stopped']);
      button.click();
      return stopped;
    },
    [section, stop],
  );
  const ready = await nextReady(page, start);
  return { stopped: ms, ready, kept: await isKept(page) };
}

/** The looking cell would have its ancestor run again if the variable were gone. */
async function isKept(page) {
  const runs = () =>
    page.evaluate(() => window.benchMarks.filter(({ name }) => name === 'post run').length);
  const before = await runs();
  const { text } = await runCell(page, 1);
  return text.includes('kept: 42') && (await runs()) === before + 1;
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
export function stopReport(result) {
  const rows = Object.entries(result).flatMap(([name, { stopped, kept, ready }]) => {
    const words = `${WORDS[name]} (kept ${kept} of ${stopped.values.length})`;
    const again = ready === null ? [] : [summaryRow('... until another worker is ready', ready)];
    return [summaryRow(words, stopped), ...again];
  });
  return table(
    'Stop: from the press to stopped, and how often variables were kept',
    SUMMARY_HEAD,
    rows,
  );
}

/** @param {Awaited<ReturnType<typeof measureStop>>} result */
export function stopTargets(result) {
  return ['guarded', 'training'].map((name) => {
    const { stopped, kept } = result[name];
    const figure = `Stop, ${WORDS[name]}, variables kept`;
    const all = kept === stopped.values.length;
    return atMost(figure, all ? stopped.median : Number.NaN, 200, 'ms');
  });
}
