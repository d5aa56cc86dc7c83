import { buttonOf, cellOf, freshContext, openLesson } from '../page/lesson.mjs';
import { ratio, summarize, median } from '../report/statistics.mjs';
import { ms, ratioRow, summaryRow, SUMMARY_HEAD, table } from '../report/table.mjs';

const CELL = 'load';
const EDIT = { [CELL]: 'tf.tensor([1, 2, 3])' };
/** How long a hand takes from the button's edge to the press. */
const HOVER_MS = 250;

/**
 * From pressing Run on a page where nothing has run to the first output of a one-line tensor cell in the document, and
 * the same of plain TensorFlow.js, round by round in turn.
 * @param {import('../main.mjs').Bench} bench
 */
export async function measureColdStart(bench) {
  const times = {
    ours: [],
    plain: [],
    oursCached: [],
    plainCached: [],
    oursByMouse: [],
    oursOpaque: [],
  };
  const stages = [];
  for (let round = 0; round < bench.rounds; round++) {
    const ours = await ourRound(bench, bench.origin);
    const plain = await plainRound(bench);
    times.ours.push(ours.cold.ms);
    times.oursCached.push(ours.cached.ms);
    times.plain.push(plain.cold);
    times.plainCached.push(plain.cached);
    times.oursByMouse.push(await mouseRound(bench));
    times.oursOpaque.push((await ourRound(bench, opaque(bench.origin))).cold.ms);
    stages.push(ours.cold.stages);
  }
  return {
    times: Object.fromEntries(
      Object.entries(times).map(([name, values]) => [name, summarize(values)]),
    ),
    ratios: {
      cold: ratio(times.ours, times.plain),
      cached: ratio(times.oursCached, times.plainCached),
      byMouse: ratio(times.oursByMouse, times.plain),
      opaque: ratio(times.oursOpaque, times.plain),
    },
    stages: medianStages(stages),
  };
}

/** Every name but `localhost` has its sandbox in an opaque origin. */
function opaque(origin) {
  const url = new URL(origin);
  url.hostname = 'layerwise.localhost';
  return url.origin;
}

async function ourRound({ browser }, origin) {
  const context = await freshContext(browser, origin, EDIT);
  const cold = await press(await openLesson(context, origin, CELL));
  const cached = await press(await openLesson(context, origin, CELL));
  await context.close();
  return { cold, cached };
}

async function press(page) {
  const [button, output] = await handles(page);
  const { start, ms, text } = await page.evaluate(
    ([button, output]) => window.benchPress(button, output, false),
    [button, output],
  );
  requireAnswer(text);
  const stages = await stagesOf(page, start, start + ms);
  await page.close();
  return { ms, stages };
}

async function mouseRound({ browser, origin }) {
  const context = await freshContext(browser, origin, EDIT);
  const page = await openLesson(context, origin, CELL);
  const [button, output] = await handles(page);
  await button.scrollIntoViewIfNeeded();
  const measured = page.evaluate(
    ([button, output]) => window.benchPress(button, output, true),
    [button, output],
  );
  await button.hover();
  await page.waitForTimeout(HOVER_MS);
  await page.mouse.down();
  await page.mouse.up();
  const { ms, text } = await measured;
  requireAnswer(text);
  await context.close();
  return ms;
}

async function plainRound({ browser, plainOrigin }) {
  const context = await freshContext(browser, plainOrigin);
  const times = [];
  for (let visit = 0; visit < 2; visit++) {
    const page = await context.newPage();
    await page.goto(plainOrigin, { waitUntil: 'networkidle' });
    const { ms, text } = await page.evaluate(() =>
      window.benchPress(document.querySelector('button'), document.querySelector('output'), false),
    );
    requireAnswer(text);
    times.push(ms);
    await page.close();
  }
  await context.close();
  return { cold: times[0], cached: times[1] };
}

async function handles(page) {
  return [
    await buttonOf(page, CELL, 'Run').elementHandle(),
    await cellOf(page, CELL).locator('[data-output]').elementHandle(),
  ];
}

/** An error would be faster than the answer. */
function requireAnswer(text) {
  if (!/1\D*2\D*3/.test(text)) throw new Error(`The cell answered: ${text}`);
}

/** What can be told from outside, in order; each stage lasts until its moment. */
const MOMENTS = [
  ['the kernel is there, and the frame put on the page', 'frame'],
  ['the frame has greeted', 'hello'],
  ['the worker is started', 'hear started'],
  ['the worker is evaluated, with its backend on', 'hear ready'],
  ['the run is sent', 'post run'],
  ['the first output arrives', 'hear outputs'],
];

async function stagesOf(page, start, end) {
  const marks = await page.evaluate(() => window.benchMarks);
  const stages = {};
  let last = start;
  for (const [words, name] of MOMENTS) {
    const at = marks.find((mark) => mark.name === name && mark.at >= last)?.at;
    if (at === undefined) continue;
    stages[words] = at - last;
    last = at;
  }
  stages['the output is in the document'] = end - last;
  return { ...stages, ...(await insideWorker(page, start)) };
}

const INSIDE = 'in the worker: ';

/** When the worker had its files, on the page's clock from the press. */
async function insideWorker(page, start) {
  const worker = page.workers().find((candidate) => candidate.url().includes('/sandbox/worker'));
  if (worker === undefined) return {};
  const origin = await page.evaluate(() => performance.timeOrigin);
  const times = await worker.evaluate(() => ({
    origin: performance.timeOrigin,
    files: performance
      .getEntriesByType('resource')
      .map(({ name, startTime, responseEnd }) => ({ name, startTime, responseEnd })),
  }));
  const fromPress = (at) => times.origin + at - origin - start;
  const wasm = times.files.find(({ name }) => name.endsWith('.wasm'));
  const chunks = times.files.filter(({ name }) => name.endsWith('.js'));
  return {
    [`${INSIDE}created`]: fromPress(0),
    [`${INSIDE}first module asked for`]: fromPress(Math.min(...chunks.map((c) => c.startTime))),
    [`${INSIDE}last module of the start arrived`]: fromPress(
      Math.max(...chunks.map((c) => c.responseEnd)),
    ),
    ...(wasm && {
      [`${INSIDE}WASM binary asked for`]: fromPress(wasm.startTime),
      [`${INSIDE}WASM binary arrived`]: fromPress(wasm.responseEnd),
    }),
  };
}

function medianStages(rounds) {
  const names = [...new Set(rounds.flatMap((round) => Object.keys(round)))];
  return Object.fromEntries(
    names.map((name) => [
      name,
      median(rounds.map((round) => round[name]).filter((value) => Number.isFinite(value))),
    ]),
  );
}

/** @param {Awaited<ReturnType<typeof measureColdStart>>} result */
export function coldStartReport({ times, ratios, stages }) {
  return [
    table('Cold start: from pressing Run to the first output in the document', SUMMARY_HEAD, [
      summaryRow('a cell, nothing cached', times.ours),
      summaryRow('plain TensorFlow.js, nothing cached', times.plain),
      summaryRow('a cell, files cached', times.oursCached),
      summaryRow('plain TensorFlow.js, files cached', times.plainCached),
      summaryRow('a cell by mouse, nothing cached', times.oursByMouse),
      summaryRow('a cell in an opaque origin, nothing cached', times.oursOpaque),
    ]),
    table(
      'As a multiple of plain TensorFlow.js (promised: at most 2)',
      ['', 'ratio', 'quartiles'],
      [
        ratioRow('nothing cached', ratios.cold),
        ratioRow('files cached', ratios.cached),
        ratioRow('by mouse, nothing cached', ratios.byMouse),
        ratioRow('opaque origin, nothing cached', ratios.opaque),
      ],
    ),
    table(
      'Where a cold start spends its time (medians; those in the worker count from the press)',
      ['until', ''],
      Object.entries(stages).map(([name, value]) => [name, ms(value)]),
    ),
  ].join('');
}
