import type { Locator, Page } from '@playwright/test';
import { violations } from './support/axe';
import { lineIn } from './support/cells';
import {
  codeShown,
  comes,
  dialog,
  fillStorage,
  leaveCode,
  openHistory,
  refuseStorage,
  versionsOf,
} from './support/kept';
import { cell, codeOf, outputOf, runCell, waitForState } from './support/lesson';
import { button, openEditor, runCode, scrollsSideways, startReading } from './support/reader';
import { write } from './support/soak/page';
import { expect, test } from './support/test';
import { SAVED } from './support/transfer';

const OWN = 'The lesson’s own code';

const versions = (history: Locator) => history.getByRole('radio');
const undo = (page: Page) => button(cell(page, 'load'), 'Undo reset');

test.describe('the history of a cell', () => {
  test('is offered once there is something to go back to', async ({ page }) => {
    await startReading(page);
    const load = cell(page, 'load');
    await expect(button(load, 'History')).toHaveCount(0);
    await runCode(page, 'load', '"mine"');
    await expect(button(load, 'History')).toBeVisible();
    await expect(button(cell(page, 'missing'), 'History')).toHaveCount(0);
  });

  test('lists what was run, shows how it differs, and goes back by keyboard', async ({ page }) => {
    await startReading(page);
    const load = cell(page, 'load');
    for (const code of ['"first"', '"second"\n1', '"third"\n1']) await runCode(page, 'load', code);

    await button(load, 'History').focus();
    await page.keyboard.press('Enter');
    const history = dialog(page);
    await expect(history).toHaveAccessibleName('History of “Load the data”');
    await expect(versions(history)).toHaveCount(3);
    // The newest first; what is there now is none of them.
    await expect(versions(history).nth(0)).toHaveAccessibleName(/^just now .* 1 line differs$/);
    await expect(versions(history).nth(1)).toHaveAccessibleName(/^just now .* 2 lines differ$/);
    await expect(versions(history).nth(2)).toHaveAccessibleName(new RegExp(`^${OWN}`));
    await expect(comes(history)).toHaveText('"second"1');
    expect(await violations(page, 'dialog')).toEqual([]);

    await versions(history).nth(0).focus();
    await page.keyboard.press('ArrowDown');
    await expect(versions(history).nth(1)).toBeChecked();
    await expect(comes(history)).toHaveText('"first"');
    // The comparison is read on the way, and does not hold the key.
    const goBack = button(history, 'Go back to this');
    for (let stops = 0; stops < 3; stops++) {
      if (!(await goBack.evaluate((one) => one === document.activeElement)))
        await page.keyboard.press('Tab');
    }
    await expect(goBack).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(history).toBeHidden();
    await expect(button(load, 'History')).toBeFocused();
    await expect(codeShown(page, 'load')).toHaveText('"first"');
    await waitForState(load, 'stale');
  });

  test('is left by Escape, as it was', async ({ page }) => {
    await startReading(page);
    await runCode(page, 'load', '"mine"');
    const history = await openHistory(page, 'load');
    await page.keyboard.press('Escape');
    await expect(history).toBeHidden();
    await expect(button(cell(page, 'load'), 'History')).toBeFocused();
    await expect(codeShown(page, 'load')).toHaveText('"mine"');
  });

  test('is there after a reload', async ({ page }) => {
    await startReading(page);
    await runCode(page, 'load', '"first"');
    await runCode(page, 'load', '"second"');
    await startReading(page);
    const history = await openHistory(page, 'load');
    await expect(versions(history)).toHaveCount(2);
  });

  test('keeps what a rest of half a minute finds', async ({ page }) => {
    await page.clock.install();
    await startReading(page);
    await leaveCode(page, 'load', '"thought about"');
    await page.clock.fastForward('00:31');
    await leaveCode(page, 'load', '"rewritten"');
    const history = await openHistory(page, 'load');
    await expect(versions(history)).toHaveCount(2);
    await expect(comes(history)).toHaveText('"thought about"');
  });

  test.describe('on a narrow screen', () => {
    test.use({ viewport: { width: 375, height: 812 } });

    test('is compared as lines of text; what was there becomes a version', async ({ page }) => {
      await startReading(page);
      const load = cell(page, 'load');
      for (const code of ['1;\n2;\n3', '1;\n5;\n3']) {
        await write(load, code);
        await runCell(load);
      }
      await write(load, 'not run;\n2;\n3');
      const history = await openHistory(page, 'load');
      const lines = history.getByRole('group', { name: 'Load the data: Now and Then' });
      await expect(lines.locator('del')).toHaveText(['Goes: − not run;', 'Goes: − 2;']);
      await expect(lines.locator('ins')).toHaveText(['Comes: + 1;', 'Comes: + 5;']);
      expect(await scrollsSideways(page)).toBe(false);
      expect(await violations(page, 'dialog')).toEqual([]);
      await button(history, 'Go back to this').click();
      await expect(history).toBeHidden();

      expect(await codeOf(load)).toBe('1;\n5;\n3');
      const kept = await versionsOf(page, 'load');
      expect(kept.slice(0, 2)).toEqual(['not run;\n2;\n3', '1;\n2;\n3']);
      expect(kept).toHaveLength(3);
    });
  });
});

test.describe('a Reset', () => {
  test('is undone by a button, until the next edit', async ({ page }) => {
    await startReading(page);
    const load = cell(page, 'load');
    const original = await codeOf(load);
    await leaveCode(page, 'load', '"mine"');
    await button(load, 'Reset').click();
    await expect(codeShown(page, 'load')).toHaveText(original);
    expect(await violations(page, '[data-cell="load"]')).toEqual([]);
    await undo(page).click();
    await expect(codeShown(page, 'load')).toHaveText('"mine"');
    await expect(undo(page)).toHaveCount(0);
    await expect(button(load, 'History')).toBeFocused();

    await button(load, 'Reset').click();
    await leaveCode(page, 'load', '"something else"');
    await expect(undo(page)).toHaveCount(0);
    await startReading(page);
    await expect(codeShown(page, 'load')).toHaveText('"something else"');
  });

  test('is undone by Ctrl+Z in the editor, and what was typed before it after that', async ({
    page,
  }) => {
    await startReading(page);
    const load = cell(page, 'load');
    const original = await codeOf(load);
    await leaveCode(page, 'load', '"mine"');
    await openEditor(page, 'load');
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('+1');
    await page.keyboard.press('Escape');
    await button(load, 'Reset').click();
    await expect(codeShown(page, 'load')).toHaveText(original);
    await openEditor(page, 'load');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(load.locator('.view-lines')).toHaveText('"mine"+1');
    await expect(undo(page)).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(load.locator('.view-lines')).toHaveText('"mine"');
  });

  test('with the editor open is one step of its undo', async ({ page }) => {
    await startReading(page);
    const load = cell(page, 'load');
    await leaveCode(page, 'load', '"mine"');
    await openEditor(page, 'load');
    await button(load, 'Reset').click();
    await expect(load.locator('.view-lines')).toContainText('data.pima()');
    await load.getByRole('textbox').focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(load.locator('.view-lines')).toHaveText('"mine"');
    await startReading(page);
    await expect(codeShown(page, 'load')).toHaveText('"mine"');
  });
});

test.describe('a browser', () => {
  const told = (page: Page) =>
    page.getByRole('group', { name: 'The whole lesson' }).locator('[data-state="refused"]');

  /** The lesson reads, runs and takes edits, whatever is kept. */
  async function expectToGoOn(page: Page): Promise<void> {
    await runCode(page, 'missing', 'show.text("still running")');
    await expect(lineIn(cell(page, 'missing'), 'still running')).toBeVisible();
    await expect(codeShown(page, 'load')).toHaveText('"mine"');
    await button(cell(page, 'load'), 'Reset').click();
    await undo(page).click();
    await expect(codeShown(page, 'load')).toHaveText('"mine"');
  }

  test('that stores nothing is said to, and the lesson goes on', async ({ page }) => {
    await refuseStorage(page);
    await startReading(page);
    await leaveCode(page, 'load', '"mine"');
    await expect(told(page)).toHaveText(
      /^This browser does not let the page store anything\. Your changes stay on this page/,
    );
    await expect(told(page)).toHaveRole('status');
    expect(await violations(page, '[role="group"][aria-label="The whole lesson"]')).toEqual([]);
    await expectToGoOn(page);
  });

  test('that is full is said to be, keeps nothing half, and saves when there is room', async ({
    page,
  }) => {
    await startReading(page);
    await leaveCode(page, 'load', '"saved before"');
    await expect(page.getByText(SAVED)).toBeAttached();
    const makeRoom = await fillStorage(page);
    await leaveCode(page, 'load', '"mine"');
    await expect(told(page)).toHaveText(/^The storage of this browser is full\. Your changes stay/);
    await expectToGoOn(page);

    await makeRoom();
    await leaveCode(page, 'split', '"written with room"');
    await expect(told(page)).toHaveCount(0);
    await expect(page.getByText(SAVED)).toBeAttached();
    await startReading(page);
    await expect(codeShown(page, 'load')).toHaveText('"mine"');
    await expect(codeShown(page, 'split')).toHaveText('"written with room"');
    await runCell(cell(page, 'load'));
    await expect(outputOf(cell(page, 'load'))).toHaveText("'mine'");
  });
});
