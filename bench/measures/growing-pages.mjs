import { openCells, runCell } from '../page/our-cells.mjs';
import { median } from '../report/statistics.mjs';

/**
 * How what a run costs grows with what is on the page.
 * @param {{ browser: import('@playwright/test').Browser, origin: string }} bench
 * @returns {Promise<Record<string, import('./growth.mjs').Sweep>>}
 */
export async function measureGrowingPages(bench) {
  const sweeps = {};
  for (const [name, { title, x, y, sizes, runs, codesOf, costOf }] of Object.entries(PAGES)) {
    const points = [];
    for (const size of sizes) {
      points.push([size, await measurePage(bench, codesOf(size), runs, costOf(size))]);
    }
    sweeps[name] = { title, x, y, series: [{ name: 'ours', points }] };
  }
  return sweeps;
}

/** A cell that adds points to `figures` curves, one for each of `steps`, at most one in a frame of the screen. */
const curves = (figures, steps) => `
const curves = Array.from({ length: ${figures} }, (_, i) => watch.series({ title: 'Curve ' + (i + 1) }));
for (let step = 1; step <= ${steps}; step++) {
  for (const curve of curves) curve.add(step, { loss: 1 / step });
  await tf.nextFrame();
}`;

const BUSY = 'ms of the main thread';
const STEPS = 50;

/** `runs`: how many, after one that is left out. `costOf`: from the `{ ms, busy }` of one to what is drawn. */
const PAGES = {
  cells: {
    title: 'A run of a one-line cell, by cells on the page',
    x: 'cells',
    y: 'milliseconds',
    sizes: [1, 5, 20, 80],
    runs: 15,
    codesOf: (size) => Array.from({ length: size }, (_, at) => `show.text('cell ${at}');`),
    costOf: () => (run) => run.ms,
  },
  frames: {
    title: 'A frame of a curve, on average, by frames kept at the end',
    x: 'frames',
    y: BUSY,
    sizes: [16, 64, 256, 1024],
    runs: 1,
    codesOf: (size) => [curves(1, size)],
    costOf: (size) => (run) => run.busy / size,
  },
  figures: {
    title: 'A step that adds a frame to every figure, by figures on the page',
    x: 'figures',
    y: BUSY,
    sizes: [1, 3, 9, 27],
    runs: 3,
    codesOf: (size) => [curves(size, STEPS)],
    costOf: () => (run) => run.busy / STEPS,
  },
};

async function measurePage(bench, codes, runs, costOf) {
  const { context, page } = await openCells(bench, codes);
  const mainThread = await mainThreadOf(context, page);
  await runCell(page, 0);
  const costs = [];
  for (let run = 0; run < runs; run++) {
    const before = await mainThread();
    const { ms } = await runCell(page, 0);
    costs.push(costOf({ ms, busy: (await mainThread()) - before }));
  }
  await context.close();
  return median(costs);
}

/** Gives the milliseconds that the page's main thread has been busy so far, as Chromium counts them. */
async function mainThreadOf(context, page) {
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
  };
}
