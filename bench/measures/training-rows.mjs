import { askCell, cellOfWork, openCells } from '../page/our-cells.mjs';
import { askPeer, openPeers, PEERS } from '../peers/peers.mjs';
import { ratio, summarize } from '../report/statistics.mjs';
import { ratioText, seconds, table } from '../report/table.mjs';
import { atMost } from '../report/targets.mjs';
import { timeFit } from '../works/time-fit.mjs';
import { timeLoop } from '../works/time-loop.mjs';
import { DENSE, DIGITS, PICTURES, SERIES } from '../works/works.mjs';

/** What is trained, and the seconds that it may take. The loop of the first is for those that have loops. */
const ROWS = [
  { name: 'dense', work: DENSE, how: 'timeFit', target: 0.1 },
  { name: 'dense, as a loop', work: DENSE, how: 'timeLoop', peers: ['cpu', 'wasm'] },
  { name: 'pictures', work: PICTURES, how: 'timeFit', target: 1 },
  { name: 'digits', work: DIGITS, how: 'timeFit', target: 0.28 },
  { name: 'series', work: SERIES, how: 'timeFit', target: 0.15 },
];

const WAYS = { timeFit, timeLoop };
const MOST_ROUNDS = 5;
/** Who has taken so long over one work is not asked again: the spread is small beside what it is away. */
const BUDGET_MS = 20_000;

/**
 * The trainings of `works/`, in a cell of ours and in the peers' workers, in turn. A first round is left out for all:
 * there code is compiled, and there our sandbox may find the device.
 * @param {import('../main.mjs').Bench} bench
 */
export async function measureTrainingRows(bench) {
  const codes = ROWS.map(({ how, work }) => cellOfWork(WAYS[how], work));
  const ours = await openCells(bench, codes);
  const peers = await openPeers(bench);
  const rows = ROWS.map(({ name, peers: some }) => ({
    name,
    runs: Object.fromEntries(['ours', ...(some ?? Object.keys(PEERS))].map((who) => [who, []])),
    errors: {},
  }));
  const rounds = Math.min(bench.rounds, MOST_ROUNDS);
  for (let round = 0; round <= rounds; round++) {
    console.log(round === 0 ? 'A round that is left out ...' : `Round ${round} of ${rounds} ...`);
    for (const [at, row] of rows.entries()) await playRound(row, at, ours.page, peers.page);
  }
  await ours.context.close();
  await peers.context.close();
  return { rows: rows.map(summaryOf) };
}

async function playRound({ runs, errors }, at, page, peerPage) {
  const { how, work } = ROWS[at];
  for (const [who, done] of Object.entries(runs)) {
    if (who in errors || isEnough(done)) continue;
    const answer =
      who === 'ours' ? await askCell(page, at) : await askPeer(peerPage, who, how, work);
    if ('error' in answer) errors[who] = answer.error;
    else done.push(answer.value);
  }
}

const isEnough = (done) => done.reduce((sum, { ms }) => sum + ms, 0) > BUDGET_MS;

/** All but the first, unless that was the only one. */
const counted = (done) => (done.length > 1 ? done.slice(1) : done);

/** `firstBatch`: of the first run, what a reader meets at the first time. */
function summaryOf({ name, runs, errors }) {
  const times = (who) => counted(runs[who]).map(({ ms }) => ms);
  const resultOf = (who) => {
    if (who in errors) return { error: errors[who] };
    const theirs = times(who);
    const { loss, device } = runs[who].at(-1);
    const oursIs = 'ours' in errors ? null : ratio(times('ours').slice(0, theirs.length), theirs);
    return { time: summarize(theirs), firstBatch: runs[who][0].firstBatch, loss, device, oursIs };
  };
  return {
    name,
    results: Object.fromEntries(Object.keys(runs).map((who) => [who, resultOf(who)])),
  };
}

const HEAD = ['', 'median', 'quartiles', 'runs', 'first batch', 'device', 'loss', 'ours is'];

/** @param {Awaited<ReturnType<typeof measureTrainingRows>>} result */
export function trainingRowsReport({ rows }) {
  return rows
    .map(({ results }, at) => {
      const { work, how } = ROWS[at];
      const title = `${work.title}${how === 'timeLoop' ? ', as a loop' : ''} (${work.optimizer})`;
      return table(title, HEAD, Object.entries(results).map(lineOf));
    })
    .join('');
}

function lineOf([who, result]) {
  const title = who === 'ours' ? 'a cell of ours' : PEERS[who].title;
  if ('error' in result)
    return [title, 'cannot train', '', '', '', '', '', shortened(result.error)];
  const { time, firstBatch, device, loss, oursIs } = result;
  return [
    title,
    seconds(time.median),
    `${seconds(time.low)} to ${seconds(time.high)}`,
    String(time.values.length),
    seconds(firstBatch),
    device ?? '',
    loss.toFixed(3),
    who === 'ours' || oursIs === null ? '' : ratioText(oursIs),
  ];
}

const shortened = (text) => (text.length > 90 ? `${text.slice(0, 90)} ...` : text);

/** @param {Awaited<ReturnType<typeof measureTrainingRows>>} result */
export function trainingRowsTargets({ rows }) {
  return rows.flatMap(({ name, results }, at) => {
    const { target, work } = ROWS[at];
    if (target === undefined) return [];
    const median = (results.ours.time?.median ?? Number.NaN) / 1000;
    return [atMost(`${name}: ${work.title}`, median, target, 's', 2)];
  });
}
