import { askCell, cellOfWork, openCells } from '../page/our-cells.mjs';
import { askPeer, CHANGES, openPeers } from '../peers/peers.mjs';
import { summarize } from '../report/statistics.mjs';
import { seconds, table } from '../report/table.mjs';
import { timeFit } from '../works/time-fit.mjs';
import { GAN, timeGan } from '../works/time-gan.mjs';
import { timeLoop } from '../works/time-loop.mjs';
import { DENSE, DIGITS, PICTURES, SERIES, SPIRAL } from '../works/works.mjs';

const WORKS = [
  { title: 'dense', how: 'timeFit', work: DENSE },
  { title: 'dense, as a loop', how: 'timeLoop', work: DENSE },
  { title: 'pictures', how: 'timeFit', work: PICTURES },
  { title: 'digits', how: 'timeFit', work: DIGITS },
  { title: 'series', how: 'timeFit', work: SERIES },
  { title: 'spiral', how: 'timeFit', work: SPIRAL },
  { title: 'spiral, as a loop', how: 'timeLoop', work: SPIRAL },
  { title: 'GAN, 300 steps', how: 'timeGan', work: { ...GAN, steps: 300 } },
];

const WAYS = { timeFit, timeLoop, timeGan };
const MOST_ROUNDS = 5;
const COLUMNS = [...Object.keys(CHANGES), 'ours'];

/**
 * What each change gives: the works in bare workers that have ever more of `lib/devices`, and in a cell of ours, which has
 * all of it and finds the device itself; in turn, after a round that is left out.
 * @param {import('../main.mjs').Bench} bench
 */
export async function measureChanges(bench) {
  const ours = await openCells(
    bench,
    WORKS.map(({ how, work }) => cellOfWork(WAYS[how], work)),
  );
  const peers = await openPeers(bench);
  const works = WORKS.map(({ title }) => ({ title, times: {}, errors: {} }));
  const ask = (who, at) =>
    who === 'ours'
      ? askCell(ours.page, at)
      : askPeer(peers.page, who, WORKS[at].how, WORKS[at].work);
  for (let round = 0; round <= Math.min(bench.rounds, MOST_ROUNDS); round++) {
    for (const [at, { times, errors }] of works.entries()) {
      for (const who of COLUMNS.filter((column) => !(column in errors))) {
        const { value, error } = await ask(who, at);
        if (error !== undefined) errors[who] = error;
        else if (round > 0) (times[who] ??= []).push(value.ms);
      }
    }
  }
  await ours.context.close();
  await peers.context.close();
  return { works: works.map((work) => ({ ...work, times: summaries(work.times) })) };
}

const summaries = (times) =>
  Object.fromEntries(Object.entries(times).map(([who, list]) => [who, summarize(list)]));

/** @param {Awaited<ReturnType<typeof measureChanges>>} result */
export function changesReport({ works }) {
  const titles = COLUMNS.map((who) => CHANGES[who]?.title ?? 'a cell of ours');
  const rows = works.map(({ title, times }) => [
    title,
    ...COLUMNS.map((who) => (times[who] ? seconds(times[who].median) : 'cannot')),
  ]);
  return table('What each change gave, medians', ['', ...titles], rows);
}
