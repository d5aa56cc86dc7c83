import type { BrowserContext, Page } from '@playwright/test';
import { violations } from './support/axe';
import {
  codeShown,
  comes,
  dialog,
  goes,
  leaveCode,
  noticeOf,
  openHistory,
  slowDisk,
} from './support/kept';
import { cell } from './support/lesson';
import { button, codeIn, startReading } from './support/reader';
import { expect, test } from './support/test';

/** The lesson in two windows side by side. */
async function twoTabs(context: BrowserContext, page: Page): Promise<[Page, Page]> {
  const other = await context.newPage();
  await startReading(page);
  await startReading(other);
  return [page, other];
}

/** Both change the cell before the browser has kept either's code. The one that came second is asked. */
async function changeInBoth(context: BrowserContext, page: Page) {
  const tabs = await twoTabs(context, page);
  const goOn = await slowDisk(page);
  await leaveCode(tabs[0], 'load', '"of the first"');
  await leaveCode(tabs[1], 'load', '"of the second"');
  await goOn();
  const asked = await Promise.any(
    tabs.map(async (tab) => {
      await expect(noticeOf(cell(tab, 'load'), 'conflict')).toBeVisible();
      return tab;
    }),
  );
  const [first] = tabs;
  return asked === first
    ? { asked, other: tabs[1], mine: '"of the first"', theirs: '"of the second"' }
    : { asked, other: first, mine: '"of the second"', theirs: '"of the first"' };
}

test.describe('two tabs', () => {
  test('show the same, and the one that followed says so', async ({ context, page }) => {
    const [here, there] = await twoTabs(context, page);
    await leaveCode(here, 'load', '"written here"');
    await expect(codeShown(there, 'load')).toHaveText('"written here"');
    const notice = noticeOf(cell(there, 'load'), 'followed');
    await expect(notice.getByRole('status')).toContainText('Changed in another tab');
    await expect(noticeOf(cell(here, 'load'), 'followed')).toHaveCount(0);
    expect(await violations(there, '[data-cell="load"]')).toEqual([]);
    await button(notice, 'Hide').click();
    await expect(notice).toHaveCount(0);
    await expect(codeIn(cell(there, 'load'))).toBeFocused();

    await leaveCode(there, 'load', '"answered there"');
    await expect(codeShown(here, 'load')).toHaveText('"answered there"');
    const history = await openHistory(here, 'load');
    await expect(comes(history)).toHaveText('"written here"');
  });

  test('that both changed a cell are asked about it; nothing is lost by either', async ({
    context,
    page,
  }) => {
    const { asked, other, mine, theirs } = await changeInBoth(context, page);
    const notice = noticeOf(cell(asked, 'load'), 'conflict');
    await expect(notice.getByRole('status')).toHaveText(
      'This cell was also changed in another tab.',
    );
    await expect(codeShown(asked, 'load')).toHaveText(mine);
    await expect(codeShown(other, 'load')).toHaveText(theirs);
    await expect(noticeOf(cell(other, 'load'), 'conflict')).toHaveCount(0);
    expect(await violations(asked, '[data-cell="load"]')).toEqual([]);

    await button(notice, 'Compare').click();
    const comparing = dialog(asked);
    await expect(comparing).toHaveAccessibleName('Compare “Load the data”');
    await expect(comes(comparing)).toHaveText(theirs);
    await expect(goes(comparing)).toHaveText(mine);
    expect(await violations(asked, 'dialog')).toEqual([]);
    await asked.keyboard.press('Escape');
    await expect(comparing).toBeHidden();
    await expect(button(notice, 'Compare')).toBeFocused();
  });

  test('agree on mine; theirs is in the history of both', async ({ context, page }) => {
    const { asked, other, mine, theirs } = await changeInBoth(context, page);
    await button(noticeOf(cell(asked, 'load'), 'conflict'), 'Keep mine').click();
    await expect(noticeOf(cell(asked, 'load'), 'conflict')).toHaveCount(0);
    await expect(codeIn(cell(asked, 'load'))).toBeFocused();
    await expect(codeShown(other, 'load')).toHaveText(mine);
    await expect(noticeOf(cell(other, 'load'), 'followed')).toBeVisible();
    for (const tab of [asked, other]) {
      const history = await openHistory(tab, 'load');
      await expect(comes(history)).toHaveText(theirs);
      await expect(history.getByRole('radio')).toHaveCount(2);
      await button(history, 'Close').click();
    }
    await startReading(other);
    await expect(codeShown(other, 'load')).toHaveText(mine);
  });

  test('agree on theirs; mine is in the history', async ({ context, page }) => {
    const { asked, other, mine, theirs } = await changeInBoth(context, page);
    await button(noticeOf(cell(asked, 'load'), 'conflict'), 'Take theirs').click();
    await expect(noticeOf(cell(asked, 'load'), 'conflict')).toHaveCount(0);
    await expect(codeShown(asked, 'load')).toHaveText(theirs);
    const history = await openHistory(asked, 'load');
    await expect(comes(history)).toHaveText(mine);
    await startReading(asked);
    await expect(codeShown(asked, 'load')).toHaveText(theirs);
    await expect(codeShown(other, 'load')).toHaveText(theirs);
  });
});
