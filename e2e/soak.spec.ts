import type { Browser, Page } from '@playwright/test';
import { IS_LONG } from './support/long';
import { startReading } from './support/reader';
import { IN_A_LESSON, IN_A_NOTEBOOK, type Acts, type Reader } from './support/soak/actions';
import { chanceOf } from './support/soak/chance';
import { cleanRun, layInLesson, type Lay } from './support/soak/clean-run';
import { alike, freshIn, lookAt, type Look } from './support/soak/looks';
import { makeNarrow, openCells, openLesson, openNotebook } from './support/soak/open';
import { pressIfAble, settle, type Shown } from './support/soak/page';
import { expect, test } from './support/test';

/*
 * The promise of a lesson: whatever is pressed, in any order, a cell that is shown as fresh shows what a clean run
 * from the top gives. Another seed plays another story: `SOAK_SEED=7 npx playwright test --project=default soak`.
 *
 * A story goes in rounds. First the page is changed, while things may run; then only runs are asked for. So one clean
 * run serves for many looks: the one right after the last change, and those after each run.
 */

const SEED = Number(process.env.SOAK_SEED ?? 1);
/** Of both stories together; for a short look, `SOAK_ACTIONS=60`. */
const ACTIONS = Number(process.env.SOAK_ACTIONS ?? (IS_LONG ? 500 : 200));
/** Of one round: to the page, and on it. */
const CHANGES = 3;
const RUNS = 7;

test.describe.configure({ timeout: 600_000 });

test(`a lesson in two tabs keeps its promise (seed ${SEED})`, async ({ context, browser }) => {
  const reader = await openLesson(context);
  const clean = await cleanPage(browser, reader);
  await startReading(clean);
  await play(ACTIONS / 2, reader, IN_A_LESSON, clean, layInLesson);
});

test(`a notebook whose cells move keeps its promise (seed ${SEED})`, async ({
  context,
  browser,
}) => {
  const reader = await openNotebook(context);
  const clean = await cleanPage(browser, reader);
  await play(ACTIONS / 2, reader, IN_A_NOTEBOOK, clean, openCells);
});

/** A page of another browser context, which shares nothing with the reader's. */
async function cleanPage(browser: Browser, { tabs }: Reader): Promise<Page> {
  const [tab] = tabs;
  const baseURL = new URL(tab?.url() ?? '').origin;
  const page = await (await browser.newContext({ baseURL })).newPage();
  await makeNarrow(page);
  return page;
}

async function play(actions: number, reader: Reader, acts: Acts, clean: Page, lay: Lay) {
  const chance = chanceOf(SEED);
  const log: string[] = [];
  const present = () => reader.tabs[reader.at] as Page;
  let seen = 0;
  await pressIfAble(present(), 'Run all');
  await settle(present());
  for (let done = 0; done < actions; done += CHANGES + RUNS) {
    const looks: Look[] = [];
    for (let at = 0; at < CHANGES + RUNS; at++) {
      const kind = at < CHANGES ? acts.changes : acts.runs;
      log.push(`${done + at} ${await chance.one(kind)(reader, chance)}`);
      looks.push(await lookAt(present(), log.at(-1) ?? '', false));
    }
    if (chance.below(2) === 0) await pressIfAble(present(), 'Run all');
    await settle(present());
    looks.push(await lookAt(present(), 'the end of the round', true));
    const { looks: claims, slider } = alike(looks);
    const wanted = await cleanRun(clean, claims.at(-1)?.cells ?? [], slider, lay);
    for (const claim of claims) seen += hold(claim, wanted, log);
  }
  // A story in which nothing is ever fresh would show nothing.
  expect(seen).toBeGreaterThan(actions);
}

/** Holds what one look found fresh against a clean run. Returns how much that was. */
function hold(claim: Look, wanted: readonly Shown[], log: readonly string[]): number {
  const given = freshIn(claim);
  const right = given.map(({ id }) => {
    const cell = wanted.find((one) => one.id === id);
    return { id, text: cell?.fresh ? cell.text : `(${cell?.state})` };
  });
  const story = log.slice(-3 * (CHANGES + RUNS)).join('\n');
  expect(given, `after: ${claim.after}\n${story}`).toEqual(right);
  return given.length;
}
