import { cellOfWork, openCells, runWork } from '../page/our-cells.mjs';
import { askPeer, openPeers } from '../peers/peers.mjs';
import { chart } from '../report/chart.mjs';
import { median } from '../report/statistics.mjs';
import { table } from '../report/table.mjs';
import { timeFit } from '../works/time-fit.mjs';
import { GROWING_WORKS } from '../works/grow.mjs';
import { measureGrowingPages } from './growing-pages.mjs';

const MOST_ROUNDS = 3;

/**
 * How a cost grows with what causes it. Each sweep is a chart and a list of points, the medians of a few rounds after one
 * that is left out.
 * @typedef {{ title: string, x: string, y: string, series: { name: string, points: [number, number][] }[] }} Sweep
 * @param {import('../main.mjs').Bench} bench
 * @returns {Promise<{ sweeps: Record<string, Sweep> }>}
 */
export async function measureGrowth(bench) {
  const limited = { ...bench, rounds: Math.min(bench.rounds, MOST_ROUNDS) };
  const sweeps = {};
  const peers = await openPeers(bench);
  for (const [name, growing] of Object.entries(GROWING_WORKS)) {
    sweeps[name] = await sweepWorks(limited, peers.page, growing);
  }
  await peers.context.close();
  return { sweeps: { ...sweeps, ...(await measureGrowingPages(bench)) } };
}

async function sweepWorks(bench, peerPage, { title, x, works }) {
  const { context, page } = await openCells(
    bench,
    works.map(([, work]) => cellOfWork(timeFit, work)),
  );
  const times = works.map(() => ({ ours: [], plain: [] }));
  for (let round = 0; round <= bench.rounds; round++) {
    for (const [at, [, work]] of works.entries()) {
      const ours = await runWork(page, at);
      const { value: plain } = await askPeer(peerPage, 'wasm', 'timeFit', work);
      if (round === 0) continue;
      times[at].ours.push(ours.ms);
      times[at].plain.push(plain.ms);
    }
  }
  await context.close();
  const points = (who) => works.map(([size], at) => [size, median(times[at][who])]);
  return {
    ...{ title, x, y: 'milliseconds' },
    series: [
      { name: 'a cell of ours', points: points('ours') },
      { name: 'TensorFlow.js, WASM', points: points('plain') },
    ],
  };
}

/** @param {Awaited<ReturnType<typeof measureGrowth>>} result */
export function growthReport({ sweeps }) {
  return Object.values(sweeps)
    .map(({ title, x, y, series }) => {
      const rows = series[0].points.map(([size], at) => [
        String(size),
        ...series.map(({ points }) => points[at][1].toFixed(points[at][1] < 10 ? 2 : 0)),
      ]);
      return table(`${title} (${y})`, [x, ...series.map(({ name }) => name)], rows);
    })
    .join('');
}

/** A drawing for each. @param {Awaited<ReturnType<typeof measureGrowth>>} result */
export const growthFiles = ({ sweeps }) =>
  Object.fromEntries(
    Object.entries(sweeps).map(([name, sweep]) => [`growth-${name}.svg`, chart(sweep)]),
  );
