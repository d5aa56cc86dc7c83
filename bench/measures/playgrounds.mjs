import { cellOfWork, openCells, runWork } from '../page/our-cells.mjs';
import { askPeer, openPeers, PEERS } from '../peers/peers.mjs';
import { summarize } from '../report/statistics.mjs';
import { table } from '../report/table.mjs';
import { atLeast } from '../report/targets.mjs';
import { timeFit } from '../works/time-fit.mjs';
import { GAN, timeGan } from '../works/time-gan.mjs';
import { timeLoop } from '../works/time-loop.mjs';
import { SPIRAL, stepsOf } from '../works/works.mjs';

const GAN_WORK = { ...GAN, steps: 300 };

/**
 * The networks of two famous pages. `page`: steps a second that the page itself shows on the machine on which the targets
 * were set (two cores, no GPU), drawing meanwhile; it is not measured here.
 */
const PLAYGROUNDS = [
  {
    ...{ title: SPIRAL.title, unit: 'batches/s', target: 3_000, page: 1_360 },
    ...{ work: SPIRAL, steps: stepsOf(SPIRAL) },
    ways: { timeFit: ['wasm', 'cpu', 'convnetjs'], timeLoop: ['wasm', 'cpu'] },
  },
  {
    ...{ title: "GAN Lab's networks, 2-8-8-2 and 2-8-8-1, batches of 150" },
    ...{ unit: 'steps/s', target: 300, page: 32, work: GAN_WORK, steps: GAN_WORK.steps },
    ways: { timeGan: ['wasm', 'cpu'] },
  },
];

const WAYS = { timeFit, timeLoop, timeGan };
const WORDS = { timeFit: 'by fit', timeLoop: 'by a loop', timeGan: 'by a loop' };
const MOST_ROUNDS = 5;

const RUNS = PLAYGROUNDS.flatMap(({ ways, ...playground }) =>
  Object.entries(ways).map(([how, peers]) => ({ ...playground, how, peers })),
);

/**
 * Steps a second of the two, in a cell of ours and in the peers' workers, in turn; a first round is left out.
 * @param {import('../main.mjs').Bench} bench
 */
export async function measurePlaygrounds(bench) {
  const ours = await openCells(
    bench,
    RUNS.map(({ how, work }) => cellOfWork(WAYS[how], work)),
  );
  const peers = await openPeers(bench);
  const rates = RUNS.map((run) =>
    Object.fromEntries(['ours', ...run.peers].map((who) => [who, []])),
  );
  const losses = RUNS.map(() => ({}));
  for (let round = 0; round <= Math.min(bench.rounds, MOST_ROUNDS); round++) {
    for (const [at, { how, work, steps }] of RUNS.entries()) {
      for (const [who, list] of Object.entries(rates[at])) {
        const { ms, loss } =
          who === 'ours'
            ? await runWork(ours.page, at)
            : await valueOf(askPeer(peers.page, who, how, work));
        losses[at][who] = loss;
        if (round > 0) list.push((1000 * steps) / ms);
      }
    }
  }
  await ours.context.close();
  await peers.context.close();
  return {
    runs: RUNS.map(({ title, how }, at) => ({
      ...{ title, how, losses: losses[at] },
      rates: Object.fromEntries(
        Object.entries(rates[at]).map(([who, list]) => [who, summarize(list)]),
      ),
    })),
  };
}

async function valueOf(answer) {
  const { value, error } = await answer;
  if (error !== undefined) throw new Error(error);
  return value;
}

/** @param {Awaited<ReturnType<typeof measurePlaygrounds>>} result */
export function playgroundsReport({ runs }) {
  return runs
    .map(({ rates, losses }, at) => {
      const { title, unit, page, how } = RUNS[at];
      const rows = Object.entries(rates).map(([who, rate]) => [
        who === 'ours' ? 'a cell of ours' : PEERS[who].title,
        rate.median.toFixed(0),
        `${rate.low.toFixed(0)} to ${rate.high.toFixed(0)}`,
        losses[who].toFixed(3),
      ]);
      rows.push(['the page itself, as published', String(page), '', '']);
      return table(`${title}, ${WORDS[how]}`, ['', unit, 'quartiles', 'loss'], rows);
    })
    .join('');
}

/** @param {Awaited<ReturnType<typeof measurePlaygrounds>>} result */
export function playgroundsTargets({ runs }) {
  return runs.map(({ rates }, at) => {
    const { title, target, unit, how } = RUNS[at];
    return atLeast(`${title}, ${WORDS[how]}`, rates.ours.median, target, unit);
  });
}
