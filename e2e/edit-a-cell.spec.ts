import type { Locator, Page } from '@playwright/test';
import { lineIn, replaceCodes, stateOf } from './support/cells';
import { cell, codeOf, outputOf, runCell, waitForState } from './support/lesson';
import {
  button,
  codeIn,
  leaveEditor,
  openEditor,
  placeOfWord,
  runCode,
  startReading,
  writeCode,
} from './support/reader';
import { expect, test } from './support/test';
import { SAVED } from './support/transfer';

test.beforeEach(async ({ page }) => {
  await startReading(page);
});

/** The names that the open list of suggestions has. */
function suggestions(page: Page): Locator {
  return page.locator('.suggest-widget.visible .monaco-list-row');
}

test.describe('the editor', () => {
  test('opens where the reader clicked, and nothing moves', async ({ page }) => {
    const one = cell(page, 'missing');
    await one.scrollIntoViewIfNeeded();
    const before = await one.boundingBox();
    const place = await placeOfWord(codeIn(one), 'measured');
    // Between the fourth and the fifth of its letters.
    await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
    await expect(one.locator('[data-editor="monaco"]')).toBeVisible();
    await expect(one.getByRole('textbox')).toBeFocused();
    const after = await one.boundingBox();
    expect(Math.abs((after?.height ?? 0) - (before?.height ?? 0))).toBeLessThanOrEqual(1);
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(1);
    const moved = await placeOfWord(one.locator('.view-lines'), 'measured');
    expect(Math.abs(moved.x - place.x)).toBeLessThanOrEqual(1);
    expect(Math.abs(moved.y - place.y)).toBeLessThanOrEqual(2);

    await page.keyboard.type('XY');
    await leaveEditor(page, 'missing');
    expect(await codeOf(one)).toMatch(/^const measXYured = /);
  });

  test('completes from TensorFlow.js, the course’s library and the other cells', async ({
    page,
  }) => {
    await writeCode(page, 'missing', '');
    for (const [typed, name] of [
      ['tf.sequ', 'sequential'],
      ['show.conf', 'confusion'],
      ['pim', 'pima'],
      ['pima.rows[0].gluc', 'glucose'],
    ] as const) {
      await page.keyboard.type(typed);
      await expect(suggestions(page).filter({ hasText: new RegExp(`^${name}`) })).toBeVisible({
        timeout: 20_000,
      });
      await page.keyboard.press('Escape');
      await expect(suggestions(page)).toHaveCount(0);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.press('Delete');
    }
  });

  test('tells on hover what a name is', async ({ page }) => {
    await openEditor(page, 'missing');
    const place = await placeOfWord(cell(page, 'missing').locator('.view-lines'), 'pima');
    await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
    await expect(page.locator('.monaco-hover:visible')).toContainText('PimaTable', {
      timeout: 20_000,
    });
  });

  test('runs by Shift+Enter, is left by Escape, and Reset restores the lesson’s code', async ({
    page,
  }) => {
    const one = cell(page, 'load');
    const original = await codeOf(one);
    await expect(button(one, 'Reset')).toBeDisabled();
    await writeCode(page, 'load', 'show.text("edited by hand");');
    await page.keyboard.press('Shift+Enter');
    await expect(outputOf(one)).toContainText('edited by hand');
    await waitForState(one, 'done');
    await leaveEditor(page, 'load');
    expect(await codeOf(one)).toBe('show.text("edited by hand");');
    await button(one, 'Reset').click();
    await waitForState(one, 'stale');
    expect(await codeOf(one)).toBe(original);
    await expect(button(one, 'Run')).toBeFocused();
  });

  test('moves from one cell to another', async ({ page }) => {
    await writeCode(page, 'load', 'const pima = 1;');
    await codeIn(cell(page, 'missing')).click();
    await expect(cell(page, 'missing').getByRole('textbox')).toBeFocused();
    await expect(page.locator('[data-editor="monaco"]')).toHaveCount(1);
    expect(await codeOf(cell(page, 'load'))).toBe('const pima = 1;');
  });
});

test.describe('freshness', () => {
  test('an edit makes this cell and those that depend on it stale, and no other', async ({
    page,
  }) => {
    await runCode(page, 'load', 'const pima = { value: 2 };\npima.value');
    await runCode(page, 'missing', 'const measured = pima.value * 21;\nmeasured');
    await runCode(page, 'build', 'const untrained = 7;\nuntrained');
    await expect(outputOf(cell(page, 'missing'))).toContainText('42');
    await expect(cell(page, 'train')).toHaveAttribute('data-state', 'idle');

    await writeCode(page, 'load', 'const pima = { value: 3 };\npima.value');
    await waitForState(cell(page, 'load'), 'stale');
    await waitForState(cell(page, 'missing'), 'stale');
    await expect(cell(page, 'missing')).toContainText('stale');
    await expect(cell(page, 'build')).toHaveAttribute('data-state', 'done');
    await expect(cell(page, 'train')).toHaveAttribute('data-state', 'idle');

    await expect(cell(page, 'missing')).toContainText('“Load the data” changed');
    await runCell(cell(page, 'missing'));
    await expect(outputOf(cell(page, 'missing'))).toContainText('63');
    await expect(cell(page, 'load')).toHaveAttribute('data-state', 'done');
    await expect(outputOf(cell(page, 'load'))).toContainText('3');
  });

  test('a cell runs those before it that it needs', async ({ page }) => {
    await runCell(cell(page, 'missing'));
    await expect(cell(page, 'load')).toHaveAttribute('data-state', 'done');
    await expect(outputOf(cell(page, 'missing'))).toContainText('374');
    await expect(cell(page, 'split')).toHaveAttribute('data-state', 'idle');
  });

  test('code put back as it was is fresh again without a run', async ({ page }) => {
    await runCell(cell(page, 'load'));
    await writeCode(page, 'load', 'const pima = 5;');
    await waitForState(cell(page, 'load'), 'stale');
    await leaveEditor(page, 'load');
    await button(cell(page, 'load'), 'Reset').click();
    await waitForState(cell(page, 'load'), 'done');
    await expect(outputOf(cell(page, 'load'))).toContainText('268 of 768');
  });
});

test.describe('the language', () => {
  test('types are stripped, await stands at the top, and the last expression is shown', async ({
    page,
  }) => {
    const output = await runCode(
      page,
      'load',
      `interface Point<T extends number = number> { x: T; label?: string }
type Pair<A, B> = [A, B];
function first<A, B>(pair: Pair<A, B>): A {
  return pair[0];
}
const point = { x: 20 } satisfies Point;
const later = await new Promise<number>((resolve) => setTimeout(() => resolve(22), 1));
first<number, string>([point.x + later, 'unused'])!;`,
    );
    await expect(output).toHaveText('42');
  });

  test('an error while the code is read is told in words, with its line marked', async ({
    page,
  }) => {
    const output = await runCode(page, 'load', 'const a = 1;\nconst b = ;\nconst c = 3;', 'error');
    await expect(output).toContainText('SyntaxError');
    await expect(output).toContainText('`;` can’t stand here.');
    await expect(cell(page, 'load').locator('[data-error-line]')).toHaveAttribute(
      'data-error-line',
      '2',
    );
    await expect(codeIn(cell(page, 'load'))).toHaveAccessibleName(/Error on line 2\./);
  });

  test('an error of a run is told with its line, which a press leads to', async ({ page }) => {
    const code = 'const nobody: any = null;\n\nshow.text("before");\nshow.text(nobody.length);';
    const output = await runCode(page, 'load', code, 'error');
    const one = cell(page, 'load');
    await expect(output).toContainText('before');
    await expect(output).toContainText(
      "TypeError Cannot read properties of null (reading 'length')",
    );
    await expect(one.locator('[data-error-line]')).toHaveAttribute('data-error-line', '4');
    await output.getByRole('button', { name: /^line 4/ }).click();
    await expect(one.locator('[data-editor="monaco"]')).toBeVisible();
    await expect(one.locator('.squiggly-error')).toBeVisible();
    await page.keyboard.type('/**/');
    await leaveEditor(page, 'load');
    expect((await codeOf(one)).split('\n')[3]).toContain('/**/');
  });

  test('a name that no cell declares is named', async ({ page }) => {
    const output = await runCode(page, 'load', 'const here = 1;\nnowhere + here', 'error');
    await expect(output).toContainText('ReferenceError');
    await expect(output).toContainText('nowhere');
    await expect(cell(page, 'load').locator('[data-error-line]')).toHaveAttribute(
      'data-error-line',
      '2',
    );
  });

  test('Run all goes on past a cell that failed, and says what had to wait', async ({ page }) => {
    await replaceCodes(page, {
      load: 'const rows = nowhere;',
      missing: 'rows',
      split: "show.text('apart')",
    });
    await button(page, 'Run all').click();
    await waitForState(cell(page, 'load'), 'error', 30_000);
    await expect(lineIn(cell(page, 'split'), 'apart')).toBeVisible();
    await waitForState(cell(page, 'missing'), 'idle');
    await expect(stateOf(cell(page, 'missing'))).toContainText(
      'needs “Load the data”, which failed',
    );
  });

  test('a cell that failed runs again once it is mended', async ({ page }) => {
    await runCode(page, 'load', 'throw new Error("broken on purpose");', 'error');
    await expect(outputOf(cell(page, 'load'))).toContainText('broken on purpose');
    const output = await runCode(page, 'load', '6 * 7');
    await expect(output).toHaveText('42');
    await expect(cell(page, 'load').locator('[data-error-line]')).toHaveCount(0);
  });
});

test('edits survive a reload until they are reset', async ({ page }) => {
  const one = cell(page, 'load');
  const original = await codeOf(one);
  await writeCode(page, 'load', '40 + 2');
  await expect(page.getByText(SAVED)).toBeVisible();
  await page.reload();
  await expect(button(page, 'Run all')).toBeEnabled();
  await expect(codeIn(one).locator('code')).toHaveText('40 + 2');
  await expect(one.getByText('edited', { exact: true })).toBeVisible();
  await runCell(one);
  await expect(outputOf(one)).toHaveText('42');

  await button(one, 'Reset').click();
  await expect(page.getByText('Saving your changes…')).toBeHidden();
  await expect(page.getByText(SAVED)).toBeVisible();
  await page.reload();
  await expect(button(page, 'Run all')).toBeEnabled();
  await runCell(one);
  await expect(outputOf(one)).toContainText('268 of 768');
  expect(await codeOf(one)).toBe(original);
});

test('an edit and a reload at once lose nothing', async ({ page }) => {
  await writeCode(page, 'load', '"typed a moment ago"');
  await page.reload();
  await expect(button(page, 'Run all')).toBeEnabled();
  await expect(codeIn(cell(page, 'load')).locator('code')).toHaveText('"typed a moment ago"');
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 375, height: 812 } });

  test('the code opens as plain text to type in, and runs', async ({ page }) => {
    const one = cell(page, 'load');
    await one.scrollIntoViewIfNeeded();
    const before = await one.boundingBox();
    await codeIn(one).tap();
    const area = one.getByRole('textbox');
    await expect(area).toBeFocused();
    expect(await area.evaluate((element) => element.tagName)).toBe('TEXTAREA');
    const after = await one.boundingBox();
    expect(Math.abs((after?.height ?? 0) - (before?.height ?? 0))).toBeLessThanOrEqual(32);
    await area.fill('6 * 7');
    await button(one, 'Run').tap();
    await waitForState(one, 'done');
    await expect(outputOf(one)).toHaveText('42');
    await expect(page.locator('.monaco-editor')).toHaveCount(0);
    await button(one, 'Reset').tap();
    await expect(codeIn(one).locator('code')).toContainText('data.pima()');
  });
});
