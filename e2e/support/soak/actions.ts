import type { Locator, Page } from '@playwright/test';
import { ready } from './open';
import type { Chance } from './chance';
import { pressIfAble, settle, write } from './page';
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

async function edit(reader: Reader, chance: Chance): Promise<string> {
  const [cell, id] = await anyCell(present(reader), chance);
  const { good, bad } = reader.programs.get(id) as Programs;
  const code = chance.one(chance.below(8) === 0 ? bad : good);
  await write(cell, code);
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

/** In a lesson and in a notebook; those that happen more often stand more often. */
const EVERYWHERE: readonly Action[] = [
  ...Array<Action>(8).fill(edit),
  ...Array<Action>(8).fill(press('Run')),
  ...Array<Action>(3).fill(slide),
  ...Array<Action>(3).fill(wait),
  ...Array<Action>(3).fill(runToHere),
  ...Array<Action>(2).fill(pressAbove('Run all')),
  ...Array<Action>(2).fill(pressAbove('Run stale')),
  pressAbove('Stop all'),
  press('Stop'),
  pressAbove('Restart'),
  reload,
];

const IN_A_LESSON: readonly Action[] = [
  ...EVERYWHERE,
  press('Reset'),
  press('Undo reset'),
  press('Keep mine'),
  press('Take theirs'),
  otherTab,
];

const IN_A_NOTEBOOK: readonly Action[] = [
  ...EVERYWHERE,
  ...Array<Action>(2).fill(press('Move up')),
  ...Array<Action>(2).fill(press('Move down')),
  press('Delete'),
  ...Array<Action>(3).fill(pressAbove('Undo')),
];

export const actInLesson: Action = (reader, chance) => chance.one(IN_A_LESSON)(reader, chance);
export const actInNotebook: Action = (reader, chance) => chance.one(IN_A_NOTEBOOK)(reader, chance);
