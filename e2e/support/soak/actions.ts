import type { Locator, Page } from '@playwright/test';
import { button } from '../reader';
import { ready } from './open';
import type { Chance } from './chance';
import { pressIfAble, settle, shownOn, write } from './page';
import type { Programs } from './programs';

/** The pages of one reader, who looks at one of them at a time, and what they may write into each cell. */
export type Reader = { tabs: Page[]; at: number; programs: Map<string, Programs> };

/** Does one thing as a reader would, and says what it did, for the log of a failure. */
type Action = (reader: Reader, chance: Chance) => Promise<string>;

const present = (reader: Reader): Page => reader.tabs[reader.at] as Page;

async function anyCell(page: Page, chance: Chance): Promise<[Locator, string]> {
  const cells = await page.locator('section[data-cell]').all();
  const cell = chance.one(cells);
  return [cell, (await cell.getAttribute('data-cell')) ?? ''];
}

/** Writes something else into a cell: every other time into one that can't run as it is, or little would be fresh. */
async function edit(reader: Reader, chance: Chance): Promise<string> {
  const page = present(reader);
  const cells = await shownOn(page);
  const broken = cells.filter(({ id, code }) => !reader.programs.get(id)?.good.includes(code));
  const mends = broken.length > 0 && chance.below(2) === 0;
  const { id } = chance.one(mends ? broken : cells);
  const { good, bad } = reader.programs.get(id) as Programs;
  const code = chance.one(!mends && chance.below(8) === 0 ? bad : good);
  await write(page.locator(`section[data-cell="${id}"]`), code);
  return `edit ${id}: ${code}`;
}

/** A button of some cell: pressed, whether or not something runs. */
function press(name: string): Action {
  return async (reader, chance) => {
    const [cell, id] = await anyCell(present(reader), chance);
    return `${name} ${id}${(await pressIfAble(cell, name)) ? '' : ' (not possible)'}`;
  };
}

function pressAbove(name: string): Action {
  return async (reader) =>
    `${name}${(await pressIfAble(present(reader), name)) ? '' : ' (not possible)'}`;
}

async function runToHere(reader: Reader, chance: Chance): Promise<string> {
  const [cell, id] = await anyCell(present(reader), chance);
  await cell.locator('[data-cell-code]').focus();
  await present(reader).keyboard.press('ControlOrMeta+Shift+Enter');
  return `run to ${id}`;
}

async function slide(reader: Reader, chance: Chance): Promise<string> {
  const slider = present(reader).locator('[data-control] input[type="range"]').first();
  if ((await slider.count()) === 0) return 'slide (not possible)';
  const to = String(chance.below(6));
  await slider.fill(to, { timeout: 2_000 }).catch(() => {});
  return `slide to ${to}`;
}

async function reload(reader: Reader): Promise<string> {
  await present(reader).reload();
  await ready(present(reader));
  return 'reload';
}

async function otherTab(reader: Reader): Promise<string> {
  reader.at = (reader.at + 1) % reader.tabs.length;
  await present(reader).bringToFront();
  return `to tab ${reader.at}`;
}

async function wait(reader: Reader): Promise<string> {
  await settle(present(reader));
  return 'wait';
}

/** Runs a trainer once more on the model as it is, where there is one to be had. */
async function trainOn(reader: Reader, chance: Chance): Promise<string> {
  const page = present(reader);
  const cells = page.locator('section[data-cell][data-state="done"]');
  const trainers = await cells.filter({ hasText: /trains w|trains v|trained \d/ }).all();
  if (trainers.length === 0) return 'Train on (not possible)';
  const cell = chance.one(trainers);
  const id = await cell.getAttribute('data-cell', { timeout: 2_000 }).catch(() => 'a cell gone on');
  const more = cell.locator('summary', { hasText: 'More' });
  await more.click({ timeout: 2_000 }).catch(() => {});
  // What is in the menu may be fetched first.
  await button(cell, 'Run to here')
    .waitFor({ timeout: 2_000 })
    .catch(() => {});
  const pressed = await pressIfAble(cell, 'Train on');
  if (!pressed) await page.keyboard.press('Escape');
  return `Train on ${id}${pressed ? '' : ' (not possible)'}`;
}

/** What a reader does: to the page, and on it. Those that happen more often stand more often. */
export type Acts = { changes: readonly Action[]; runs: readonly Action[] };

const RUNS: readonly Action[] = [
  ...Array<Action>(9).fill(press('Run')),
  ...Array<Action>(7).fill(wait),
  ...Array<Action>(3).fill(trainOn),
  ...Array<Action>(2).fill(runToHere),
  ...Array<Action>(2).fill(pressAbove('Run stale')),
  pressAbove('Run all'),
  pressAbove('Stop all'),
  press('Stop'),
];

/** These leave little that is fresh, so they begin a round. */
const RARE: readonly Action[] = [pressAbove('Restart'), reload];

export const IN_A_LESSON: Acts = {
  runs: RUNS,
  changes: [
    ...Array<Action>(12).fill(edit),
    ...Array<Action>(2).fill(slide),
    ...Array<Action>(3).fill(press('Run')),
    ...RARE,
    press('Reset'),
    press('Undo reset'),
    press('Keep mine'),
    press('Take theirs'),
    otherTab,
  ],
};

export const IN_A_NOTEBOOK: Acts = {
  runs: RUNS,
  changes: [
    ...Array<Action>(7).fill(edit),
    ...Array<Action>(4).fill(press('Move up')),
    ...Array<Action>(4).fill(press('Move down')),
    ...Array<Action>(3).fill(press('Run')),
    slide,
    ...RARE,
    press('Delete'),
    ...Array<Action>(3).fill(pressAbove('Undo')),
  ],
};
