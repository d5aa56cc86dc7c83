import { openCells } from '../page/our-cells.mjs';
import { trainDrawn } from '../page/train-drawn.mjs';
import { summarize } from '../report/statistics.mjs';
import { ms, table } from '../report/table.mjs';
import { atLeast, atMost } from '../report/targets.mjs';
import { GAN, timeGan } from '../works/time-gan.mjs';

/** Drawn about fifty times in a second of the rate that is asked for. */
const WORK = { ...GAN, steps: 1_500 };
const EVERY = 6;

/** A reader's own loop, with all layers that GAN Lab lays over its plane. */
const CODE = `show.text(JSON.stringify(await (${timeGan})(tf, ${JSON.stringify(WORK)}, {
  every: ${EVERY},
  view: (players) => watch.gan2d({ ...players, window: [0, 1] }),
})));`;

const FRAMES = 50;
const TARGET = { steps: 300, page: 32 };

/**
 * GAN Lab's networks at its default sizes, with points, the discriminator's surface, gradients and the warped grid drawn
 * meanwhile. A first round is left out.
 * @param {import('../main.mjs').Bench} bench
 */
export async function measureDrawnGan(bench) {
  const { context, page } = await openCells(bench, [CODE]);
  // What is out of view is not drawn, and the code above the figure is long.
  await page.setViewportSize({ width: 1280, height: 4000 });
  const rounds = [];
  for (let round = 0; round <= bench.rounds; round++) {
    const { result, ...seen } = await trainDrawn(page, 'gan2d');
    const rate = (1000 * WORK.steps) / result.ms;
    if (round > 0) rounds.push({ ...seen, rate, loss: result.loss });
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

/** @param {Awaited<ReturnType<typeof measureDrawnGan>>} result */
export function drawnGanReport({ rate, frames, drawings, longestTask, loss }) {
  const row = (name, { median, low, high }, digits = 0) => [
    name,
    median.toFixed(digits),
    `${low.toFixed(digits)} to ${high.toFixed(digits)}`,
  ];
  return table(
    "GAN Lab's networks, batches of 150, all layers drawn",
    ['', 'median', 'quartiles'],
    [
      row('steps a second', rate),
      ['the page of GAN Lab, as published', String(TARGET.page), ''],
      row('frames a second of the page', frames),
      row('new drawings of the plane a second', drawings),
      ['longest task (0: none of 50 ms)', ms(longestTask.median), `worst ${ms(longestTask.max)}`],
      row('loss of the discriminator', loss, 3),
    ],
  );
}

/** @param {Awaited<ReturnType<typeof measureDrawnGan>>} result */
export const drawnGanTargets = ({ rate, frames, longestTask }) => [
  atLeast("GAN Lab's networks with all layers drawn", rate.median, TARGET.steps, 'steps/s'),
  atLeast('Frames of the page meanwhile', frames.median, FRAMES, 'frames/s'),
  atMost('Worst task of the page meanwhile', longestTask.max, 50, 'ms'),
];
