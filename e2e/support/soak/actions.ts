import type { BrowserContext, Locator, Page } from '@playwright/test';
import { startReading } from '../reader';
import type { Chance } from './chance';
import { pressIfAble, settle, write } from './page';
import { PROGRAMS } from './programs';

/** The pages of one reader, who looks at one of them at a time. */
export type Reader = { tabs: Page[]; at: number };

/** Does one thing as a reader would, and says what it did, for the log of a failure. */
type Action = (reader: Reader, chance: Chance) => Promise<string>;

const present = (reader: Reader): Page => reader.tabs[reader.at] as Page;

const anyCell = (page: Page, chance: Chance): Promise<[Locator, number]> =>
  page
    .locator('section[data-cell]')
    .all()
    .then((cells) => {
      const index = chance.below(cells.length);
      return [cells[index] as Locator, index];
    });

async function edit(reader: Reader, chance: Chance): Promise<string> {
  const [cell, index] = await anyCell(present(reader), chance);
  const code = chance.one(PROGRAMS[index] ?? ['']);
  await write(cell, code);
  return `edit ${index}: ${code}`;
}

/** A button of some cell: pressed, whether or not something runs. */
function press(name: string): Action {
  return async (reader, chance) => {
    const [cell, index] = await anyCell(present(reader), chance);
    return `${name} ${index}${(await pressIfAble(cell, name)) ? '' : ' (not possible)'}`;
  };
}

function pressAbove(name: string): Action {
  return async (reader) =>
    `${name}${(await pressIfAble(present(reader), name)) ? '' : ' (not possible)'}`;
}

async function runToHere(reader: Reader, chance: Chance): Promise<string> {
  const [cell, index] = await anyCell(present(reader), chance);
  await cell.locator('[data-cell-code]').focus();
  await present(reader).keyboard.press('ControlOrMeta+Shift+Enter');
  return `run to ${index}`;
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
  await startReadingAgain(present(reader));
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

const startReadingAgain = (page: Page) =>
  page.getByRole('button', { name: 'Run all' }).isEnabled({ timeout: 10_000 });

/** Those that happen more often stand more often. */
const ACTIONS: readonly Action[] = [
  ...Array<Action>(7).fill(edit),
  ...Array<Action>(7).fill(press('Run')),
  ...Array<Action>(3).fill(slide),
  ...Array<Action>(2).fill(wait),
  runToHere,
  runToHere,
  pressAbove('Run all'),
  pressAbove('Run stale'),
  pressAbove('Stop all'),
  press('Stop'),
  press('Reset'),
  press('Undo reset'),
  press('Keep mine'),
  press('Take theirs'),
  pressAbove('Restart'),
  reload,
  otherTab,
];

export const act: Action = (reader, chance) => chance.one(ACTIONS)(reader, chance);

/** Two tabs of one lesson, whose cells hold the soak's first programs. */
export async function openReader(context: BrowserContext): Promise<Reader> {
  const tabs = [await context.newPage(), await context.newPage()];
  for (const page of tabs) {
    // So narrow that code is written in a plain text area, which is quicker than Monaco.
    await page.setViewportSize({ width: 620, height: 900 });
    await startReading(page);
  }
  const reader = { tabs, at: 0 };
  const cells = await present(reader).locator('section[data-cell]').all();
  for (const [index, cell] of cells.entries()) await write(cell, PROGRAMS[index]?.[0] ?? '');
  return reader;
}
