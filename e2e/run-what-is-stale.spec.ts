import type { Locator } from '@playwright/test';
import { lineIn, openMore, stateOf } from './support/cells';
import { CHAIN, openChain } from './support/chain';
import { replaceCode, runCell, waitForState } from './support/lesson';
import { button, codeIn, leaveEditor, openEditor } from './support/reader';
import { expect, test } from './support/test';

test.describe.configure({ timeout: 90_000 });

async function expectStates(cells: Readonly<Record<string, Locator>>, states: string) {
  const found = () => Promise.all(Object.values(cells).map((of) => of.getAttribute('data-state')));
  await expect.poll(async () => (await found()).join(' ')).toBe(states);
}

test.describe('which cells run', () => {
  test('Run runs what the cell stands on; Run to here all that is not fresh above', async ({
    page,
  }) => {
    const cells = await openChain(page);
    await runCell(cells.split);
    await expectStates(cells, 'done idle done idle idle');
    await expect(lineIn(cells.split, 'twice 4')).toBeVisible();
    const menu = await openMore(cells.neuron);
    await menu.getByRole('button', { name: 'Run to here' }).click();
    await expectStates(cells, 'done done done done idle');
    await expect(cells.neuron.locator('summary').filter({ hasText: 'More' })).toBeFocused();
  });

  test('Ctrl+Shift+Enter runs to here, from the code and from within the editor', async ({
    page,
  }) => {
    const cells = await openChain(page);
    await codeIn(cells.missing).focus();
    await page.keyboard.press('ControlOrMeta+Shift+Enter');
    await expectStates(cells, 'done done idle idle idle');
    await openEditor(page, 'neuron');
    await expect(cells.neuron).toContainText('Ctrl+Shift+Enter runs to here.');
    await page.keyboard.press('ControlOrMeta+Shift+Enter');
    await expectStates(cells, 'done done done done idle');
    await leaveEditor(page, 'neuron');
    await expect(codeIn(cells.neuron).locator('code')).toHaveText(CHAIN.neuron);
  });

  test('Run stale runs what ran once and is not fresh, and nothing else', async ({ page }) => {
    const cells = await openChain(page);
    const stale = button(page, 'Run stale');
    await expect(stale).toBeDisabled();
    await runCell(cells.split);
    await runCell(cells.missing);
    await replaceCode(page, 'load', "const base = 5;\nshow.text('base ' + base);");
    await expectStates(cells, 'stale done stale idle idle');
    await stale.focus();
    await page.keyboard.press('Enter');
    await expectStates(cells, 'done done done idle idle');
    await expect(lineIn(cells.split, 'twice 10')).toBeVisible();
    await expect(stale).toBeDisabled();
    await expect(button(page, 'Run all')).toBeFocused();
  });
});

test.describe('why a cell is stale', () => {
  test('the first key of an edit marks the cell and what hangs on it, and says so', async ({
    page,
  }) => {
    const cells = await openChain(page);
    await runCell(cells.neuron);
    await runCell(cells.missing);
    await openEditor(page, 'load');
    await page.keyboard.type(' ');
    await expectStates(cells, 'stale done stale stale idle');
    await expect(cells.load.getByRole('textbox')).toBeFocused();
    await expect(stateOf(cells.load)).toContainText('edited since');
    await expect(stateOf(cells.split)).toContainText('“Load the data” changed');
    await expect(stateOf(cells.neuron)).toContainText('“Load the data” changed');
    await expect(stateOf(cells.missing)).toContainText('fresh');
    // Taken back, it is as if nothing had been.
    await page.keyboard.press('Backspace');
    await expectStates(cells, 'done done done done idle');
  });

  test('a cell before it that failed or was stopped is named', async ({ page }) => {
    const cells = await openChain(page);
    await runCell(cells.split);
    await replaceCode(page, 'load', 'const base = Number(nowhere);');
    await runCell(cells.load, { state: 'error' });
    await expect(stateOf(cells.split)).toContainText('“Load the data” failed');
    await replaceCode(page, 'load', 'const base = 1;\nwhile (true) {}');
    await button(cells.load, 'Run').click();
    await waitForState(cells.load, 'running');
    await button(cells.load, 'Stop').click();
    await waitForState(cells.load, 'stopped');
    await expect(stateOf(cells.split)).toContainText('“Load the data” was stopped');
  });

  test('a restart takes the variables, a reload leaves what was shown', async ({ page }) => {
    const cells = await openChain(page);
    await runCell(cells.split);
    await button(page, 'Restart').click();
    await expectStates(cells, 'stale idle stale idle idle');
    await expect(stateOf(cells.load)).toContainText('variables are gone');
    await expect(stateOf(cells.neuron)).toContainText('runs 2 cells before it');
    await page.reload();
    await expect(button(page, 'Run all')).toBeEnabled();
    await expectStates(cells, 'stale idle stale idle idle');
    await expect(stateOf(cells.split)).toContainText('from an earlier visit');
    await expect(lineIn(cells.split, 'twice 4')).toBeVisible();
    await runCell(cells.split);
    await expectStates(cells, 'done idle done idle idle');
    await expect(cells.split).not.toContainText('earlier visit');
  });
});
