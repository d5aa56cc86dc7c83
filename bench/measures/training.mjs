import { buttonOf, cellOf, freshContext, openLesson } from '../page/lesson.mjs';
import { idOf, openCells } from '../page/our-cells.mjs';
import { ratio, summarize } from '../report/statistics.mjs';
import { ms, ratioRow, summaryRow, SUMMARY_HEAD, table } from '../report/table.mjs';
import { atMost } from '../report/targets.mjs';

/** The lesson's cells up to its training, in order. */
const BEFORE = ['load', 'missing', 'split', 'build'];
const TRAIN = 'train';

/** The shapes and the settings of the lesson's training. */
const QUESTION = { type: 'train', rows: 492, validationRows: 123 };
const FIT = { epochs: 30, batchSize: 32, verbose: 0 };
const PLAIN = { plain: FIT, plainNeverYields: { ...FIT, yieldEvery: 'never' } };

/** Three figures that live while the lesson's network trains: its curves, its weights, and a curve of every batch. */
const THREE_FIGURES = `
const network = tf.sequential();
network.add(tf.layers.dense({ units: 64, activation: 'relu', inputShape: [8] }));
network.add(tf.layers.dense({ units: 32, activation: 'relu' }));
network.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
network.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
const batches = watch.series({ title: 'Loss, batch by batch', stepName: 'batch' });
let batch = 0;
await network.fit(tf.randomNormal([492, 8]), tf.randomUniform([492, 1]).round(), {
  epochs: 60,
  callbacks: [watch(network), { onBatchEnd: (_, logs) => batches.add(++batch, { loss: logs.loss }) }],
});`;

/**
 * The lesson's training with its figures drawn, and the same `fit` in a bare worker, in turn; both are warm. With it the
 * longest that the page was busy while the lesson trained.
 * @param {import('../main.mjs').Bench} bench
 */
export async function measureTraining(bench) {
  const ours = await openOurs(bench);
  const plain = await openPlain(bench);
  const times = { ours: [], oursWall: [], plain: [], plainNeverYields: [] };
  const three = await openCells(bench, [THREE_FIGURES]);
  // What is out of view need not be drawn.
  await three.page.setViewportSize({ width: 1280, height: 2600 });
  const tasks = [];
  const gaps = [];
  const threeTasks = [];
  for (let round = -1; round < bench.rounds; round++) {
    const run = await trainOurs(ours.page, TRAIN);
    const { longestTask: threeTask } = await trainOurs(three.page, idOf(0));
    const plainTimes = {};
    for (const [name, fit] of Object.entries(PLAIN)) {
      plainTimes[name] = await trainPlain(plain.page, fit);
    }
    // The first round warms both up.
    if (round < 0) continue;
    times.ours.push(run.worker);
    times.oursWall.push(run.wall);
    for (const [name, time] of Object.entries(plainTimes)) times[name].push(time);
    tasks.push(run.longestTask);
    gaps.push(run.longestGap);
    threeTasks.push(threeTask);
  }
  await three.context.close();
  await ours.context.close();
  await plain.context.close();
  return {
    times: Object.fromEntries(Object.entries(times).map(([name, all]) => [name, summarize(all)])),
    ratios: {
      plain: ratio(times.ours, times.plain),
      plainNeverYields: ratio(times.ours, times.plainNeverYields),
    },
    longestTask: summarize(tasks),
    longestGap: summarize(gaps),
    threeFiguresTask: summarize(threeTasks),
  };
}

async function openOurs({ browser, origin }) {
  const context = await freshContext(browser, origin);
  const page = await openLesson(context, origin);
  for (const id of BEFORE) {
    await buttonOf(page, id, 'Run').click();
    await cellOf(page, id).and(page.locator('[data-state="done"]')).waitFor();
  }
  return { context, page };
}

async function openPlain({ browser, plainOrigin }) {
  const context = await freshContext(browser, plainOrigin);
  const page = await context.newPage();
  await page.goto(plainOrigin);
  return { context, page };
}

async function trainOurs(page, cell) {
  const section = await cellOf(page, cell).elementHandle();
  const button = await buttonOf(page, cell, 'Run').elementHandle();
  await button.scrollIntoViewIfNeeded();
  return page.evaluate(trainInPage, [section, button]);
}

/** Runs in the page. */
async function trainInPage([section, button]) {
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({ type: 'longtask' });
  let longestGap = 0;
  let last = performance.now();
  let going = true;
  const tick = (now) => {
    longestGap = Math.max(longestGap, now - last);
    last = now;
    if (going) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  const ended = window.benchState(section, ['done', 'error', 'stopped']);
  button.click();
  const { start, ms, state } = await ended;
  going = false;
  if (state !== 'done') throw new Error(`The training ended in the state ${state}.`);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  tasks.push(...observer.takeRecords());
  observer.disconnect();
  const mark = (name) => window.benchMarks.findLast((mark) => mark.name === name).at;
  return {
    wall: ms,
    worker: mark('hear finished') - mark('post run'),
    longestTask: Math.max(0, ...tasks.filter((t) => t.startTime >= start).map((t) => t.duration)),
    longestGap,
  };
}

async function trainPlain(page, fit) {
  const question = { ...QUESTION, fit };
  return page.evaluate(async (question) => {
    const output = document.querySelector('output');
    output.textContent = '';
    ask(question);
    await new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(output, { childList: true });
    });
    return Number(output.textContent);
  }, question);
}

/** @param {Awaited<ReturnType<typeof measureTraining>>} result */
export function trainingReport({ times, ratios, longestTask, longestGap, threeFiguresTask }) {
  return [
    table('Training the lesson’s network, 30 epochs', SUMMARY_HEAD, [
      summaryRow('the cell, with its figures', times.ours),
      summaryRow('the cell, from press to done', times.oursWall),
      summaryRow('plain TensorFlow.js in a worker', times.plain),
      summaryRow('the same, yieldEvery: "never"', times.plainNeverYields),
    ]),
    table(
      'As a multiple of plain TensorFlow.js',
      ['', 'ratio', 'quartiles'],
      [
        ratioRow('as fit is by default', ratios.plain),
        ratioRow('yieldEvery: "never"', ratios.plainNeverYields),
      ],
    ),
    table(
      'The page while it trains',
      ['', 'median', 'worst'],
      [
        ['longest task (0: none of 50 ms)', ms(longestTask.median), ms(longestTask.max)],
        ['longest time between two frames', ms(longestGap.median), ms(longestGap.max)],
        ['longest task, three figures', ms(threeFiguresTask.median), ms(threeFiguresTask.max)],
      ],
    ),
  ].join('');
}

/** @param {Awaited<ReturnType<typeof measureTraining>>} result */
export const trainingTargets = ({ threeFiguresTask }) => [
  atMost(
    'worst task of the page while training with three figures',
    threeFiguresTask.max,
    50,
    'ms',
  ),
];
