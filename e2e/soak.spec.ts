import { act, openReader } from './support/soak/actions';
import { chanceOf } from './support/soak/chance';
import { cleanRun, openClean, sliderOn } from './support/soak/clean-run';
import { settle, shownOn, type Shown } from './support/soak/page';
import { expect, test } from './support/test';

/** Another seed plays another story: `SOAK_SEED=7 npx playwright test --project=default soak`. */
const SEED = Number(process.env.SOAK_SEED ?? 1);
const ACTIONS = Number(process.env.SOAK_ACTIONS ?? 500);
/** Actions between two looks at what is fresh. */
const PER_LOOK = 20;

const fresh = (cells: readonly Shown[]) =>
  cells.filter(({ state }) => state === 'done').map(({ id, text }) => ({ id, text }));

test(`whatever is pressed, in any order, what is fresh follows from the page (seed ${SEED})`, async ({
  context,
  browser,
}) => {
  test.setTimeout(900_000);
  const chance = chanceOf(SEED);
  const reader = await openReader(context);
  const other = await browser.newContext({ baseURL: new URL(reader.tabs[0]!.url()).origin });
  const clean = await other.newPage();
  await openClean(clean);
  const log: string[] = [];
  let seen = 0;
  for (let done = 1; done <= ACTIONS; done++) {
    log.push(`${done} ${await act(reader, chance)}`);
    if (done % PER_LOOK !== 0) continue;
    const page = reader.tabs[reader.at]!;
    await settle(page);
    const cells = await shownOn(page);
    const wanted = await cleanRun(clean, cells, await sliderOn(page));
    const ids = fresh(cells).map(({ id }) => id);
    seen += ids.length;
    const given = fresh(wanted).filter(({ id }) => ids.includes(id));
    expect(fresh(cells), `${log.slice(-3 * PER_LOOK).join('\n')}`).toEqual(given);
  }
  // A soak in which nothing is ever fresh would show nothing.
  expect(seen).toBeGreaterThan(ACTIONS / PER_LOOK);
  await other.close();
});
