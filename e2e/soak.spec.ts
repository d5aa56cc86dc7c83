import type { Browser, Page } from '@playwright/test';
import { startReading } from './support/reader';
import { actInLesson, actInNotebook, type Reader } from './support/soak/actions';
import { type Chance, chanceOf } from './support/soak/chance';
import { cleanRun, layInLesson, type Lay, sliderOn } from './support/soak/clean-run';
import { makeNarrow, openCells, openLesson, openNotebook } from './support/soak/open';
import { pressIfAble, settle, shownOn, type Shown } from './support/soak/page';
import { expect, test } from './support/test';

/*
 * The promise of a lesson: whatever is pressed, in any order, a cell that is shown as fresh shows what a clean run
 * from the top gives. Another seed plays another story: `SOAK_SEED=7 npx playwright test --project=default soak`.
 */

const SEED = Number(process.env.SOAK_SEED ?? 1);
/** Of both stories together. */
const ACTIONS = Number(process.env.SOAK_ACTIONS ?? 500);
/** Actions between two looks at what is fresh. */
const PER_LOOK = 12;

type Act = (reader: Reader, chance: Chance) => Promise<string>;

test.describe.configure({ timeout: 900_000 });

test(`a lesson in two tabs keeps its promise (seed ${SEED})`, async ({ context, browser }) => {
  const reader = await openLesson(context);
  const clean = await cleanPage(browser, reader);
  await startReading(clean);
  await play(Math.ceil(ACTIONS * 0.7), reader, actInLesson, clean, layInLesson);
});

test(`a notebook whose cells move keeps its promise (seed ${SEED})`, async ({
  context,
  browser,
}) => {
  const reader = await openNotebook(context);
  const clean = await cleanPage(browser, reader);
  await play(Math.floor(ACTIONS * 0.3), reader, actInNotebook, clean, openCells);
});

/** A page of another browser context, which shares nothing with the reader's. */
async function cleanPage(browser: Browser, { tabs }: Reader): Promise<Page> {
  const [tab] = tabs;
  const baseURL = new URL(tab?.url() ?? '').origin;
  const page = await (await browser.newContext({ baseURL })).newPage();
  await makeNarrow(page);
  return page;
}

async function play(actions: number, reader: Reader, act: Act, clean: Page, lay: Lay) {
  const chance = chanceOf(SEED);
  const log: string[] = [];
  let seen = 0;
  for (let done = 1; done <= actions; done++) {
    log.push(`${done} ${await act(reader, chance)}`);
    if (done % PER_LOOK !== 0) continue;
    const page = reader.tabs[reader.at] as Page;
    if (chance.below(3) === 0) await pressIfAble(page, 'Run all');
    await settle(page);
    const cells = await shownOn(page);
    const wanted = await cleanRun(clean, cells, await sliderOn(page), lay);
    const ids = fresh(cells).map(({ id }) => id);
    seen += ids.length;
    const given = fresh(wanted).filter(({ id }) => ids.includes(id));
    expect(fresh(cells), log.slice(-3 * PER_LOOK).join('\n')).toEqual(given);
  }
  // A story in which nothing is ever fresh would show nothing.
  expect(seen).toBeGreaterThan(actions / PER_LOOK);
}

const fresh = (cells: readonly Shown[]) =>
  cells.filter(({ state }) => state === 'done').map(({ id, text }) => ({ id, text }));
