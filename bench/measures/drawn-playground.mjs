import { idOf, openCells } from '../page/our-cells.mjs';
import { summarize } from '../report/statistics.mjs';
import { ms, table } from '../report/table.mjs';
import { atLeast, atMost } from '../report/targets.mjs';

const POINTS = 250;
const BATCH = 10;
/** Some seconds, so that frames and drawings can be counted. */
const EPOCHS = 8_000;
const BATCHES = EPOCHS * Math.ceil(POINTS / BATCH);

/** A reader's own cell: TensorFlow Playground's spiral, with everything drawn that its page draws. */
const CODE = `
const points = Array.from({ length: ${POINTS} }, (_, i) => {
  const label = i % 2;
  const along = Math.floor(i / 2) / ${POINTS / 2};
  const angle = 1.75 * 2 * Math.PI * along + Math.PI * label;
  return { x: 5 * along * Math.sin(angle), y: 5 * along * Math.cos(angle), label };
});
const model = tf.sequential();
model.add(tf.layers.dense({ units: 8, activation: 'tanh', inputShape: [2] }));
model.add(tf.layers.dense({ units: 4, activation: 'tanh' }));
model.add(tf.layers.dense({ units: 1, activation: 'tanh' }));
model.compile({ optimizer: tf.train.sgd(0.03), loss: 'meanSquaredError' });
const xs = tf.tensor2d(points.map(({ x, y }) => [x, y]));
const ys = tf.tensor2d(points.map(({ label }) => [2 * label - 1]));
const fit = (epochs, callbacks) => model.fit(xs, ys, { epochs, batchSize: ${BATCH}, callbacks });
await fit(1, []);
const start = performance.now();
const history = await fit(${EPOCHS}, watch(model, { surface: { points, x: [-6, 6], y: [-6, 6] } }));
const ms = performance.now() - start;
tf.dispose([xs, ys]);
show.text(JSON.stringify({ ms, loss: history.history.loss.at(-1) }));`;

const FRAMES = 50;
const TARGET = { batches: 3_000, page: 1_360 };

/**
 * The spiral of TensorFlow Playground, 2-8-4 tanh, in batches of 10, with the answer, the pictures of all neurons, the
 * weights and the loss drawn meanwhile. A first round is left out.
 * @param {import('../main.mjs').Bench} bench
 */
export async function measureDrawnPlayground(bench) {
  const { context, page } = await openCells(bench, [CODE]);
  // What is out of view need not be drawn.
  await page.setViewportSize({ width: 1280, height: 2000 });
  const rounds = [];
  for (let round = 0; round <= bench.rounds; round++) {
    const run = await train(page);
    if (round > 0) rounds.push(run);
  }
  await context.close();
  const of = (name) => summarize(rounds.map((run) => run[name]));
  return {
    rate: of('rate'),
    frames: of('frames'),
    drawings: of('drawings'),
    longestTask: of('longestTask'),
    loss: of('loss'),
  };
}

async function train(page) {
  const cell = page.locator(`[data-cell="${idOf(0)}"]`);
  const section = await cell.elementHandle();
  const button = await cell.getByRole('button', { name: 'Run', exact: true }).elementHandle();
  const seen = await page.evaluate(watchInPage, [section, button]);
  const text = await cell.locator('[data-output]').innerText();
  const { ms: took, loss } = JSON.parse(/\{"ms".*?\}/.exec(text)?.[0] ?? '{}');
  if (seen.state !== 'done' || took === undefined) {
    throw new Error(`The cell ended in the state ${seen.state}: ${text}`);
  }
  const { frames, drawings, longestTask } = seen;
  return { rate: (1000 * BATCHES) / took, frames, drawings, longestTask, loss };
}

/** Runs in the page: from the first step that is drawn to the end. */
async function watchInPage([section, button]) {
  const tasks = [];
  const long = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  long.observe({ type: 'longtask' });
  let [frames, drawings, begun, going] = [0, 0, NaN, true];
  const steps = new MutationObserver((records) => {
    const drawn = records.filter(({ target }) => target.dataset.figure === 'surface');
    if (drawn.length === 0) return;
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
  const longestTask = Math.max(
    0,
    ...tasks.filter(({ startTime }) => startTime >= begun).map(({ duration }) => duration),
  );
  return { state, frames: frames / seconds, drawings: drawings / seconds, longestTask };
}

/** @param {Awaited<ReturnType<typeof measureDrawnPlayground>>} result */
export function drawnPlaygroundReport({ rate, frames, drawings, longestTask, loss }) {
  const row = (name, { median, low, high }, digits = 0) => [
    name,
    median.toFixed(digits),
    `${low.toFixed(digits)} to ${high.toFixed(digits)}`,
  ];
  return table(
    'Spiral, 2-8-4 tanh, batches of 10, all drawn',
    ['', 'median', 'quartiles'],
    [
      row('batches a second', rate),
      ['the page of the Playground, as published', String(TARGET.page), ''],
      row('frames a second of the page', frames),
      row('new drawings of the surface a second', drawings),
      ['longest task (0: none of 50 ms)', ms(longestTask.median), `worst ${ms(longestTask.max)}`],
      row('loss', loss, 3),
    ],
  );
}

/** @param {Awaited<ReturnType<typeof measureDrawnPlayground>>} result */
export const drawnPlaygroundTargets = ({ rate, frames, longestTask }) => [
  atLeast('Spiral with everything drawn', rate.median, TARGET.batches, 'batches/s'),
  atLeast('Frames of the page meanwhile', frames.median, FRAMES, 'frames/s'),
  atMost('Worst task of the page meanwhile', longestTask.max, 50, 'ms'),
];
