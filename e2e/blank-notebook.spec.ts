import { violations } from './support/axe';
import { stateOf } from './support/cells';
import { cell, codeOf, outputOf, waitForState } from './support/lesson';
import {
  cells,
  texts,
  title,
  cellTitle,
  openNotebook,
  idOf,
  writeText,
  order,
  threeCells,
  openMenu,
} from './support/notebook';
import { button, codeIn, leaveEditor, runCode, scrollsSideways, writeCode } from './support/reader';
import { expect, test } from './support/test';
import { SAVED } from './support/transfer';

test.describe('a blank notebook', () => {
  test('is reached from every page, and leaves nothing behind unless it is used', async ({
    page,
  }) => {
    await page.goto('/');
    await page.getByRole('banner').getByRole('link', { name: 'Notebook' }).click();
    await expect(cells(page)).toHaveCount(1);
    await expect(page.getByText('Write TypeScript into the cell')).toBeVisible();
    const menu = await openMenu(page);
    await expect(menu.getByRole('listitem')).toHaveCount(0);
    await expect(page).toHaveURL(/\/notebook$/);
  });

  test('runs code, and has it, its title and its output after a reload', async ({ page }) => {
    await openNotebook(page);
    const id = await idOf(page, 0);
    await expect(await runCode(page, id, 'const a = tf.scalar(6).mul(7);\na')).toContainText('42');
    await title(page).fill('An idea');
    await page.keyboard.press('Enter');
    await expect(page.getByText(SAVED)).toBeVisible();
    await expect(page).toHaveURL(/\?open=[0-9a-f]{16}$/);
    await expect(page).toHaveTitle('An idea · Layerwise');

    await page.reload();
    await expect(title(page)).toHaveValue('An idea');
    expect(await codeOf(cell(page, id))).toBe('const a = tf.scalar(6).mul(7);\na');
    await expect(outputOf(cell(page, id))).toContainText('42');
    await expect(cell(page, id)).toHaveAttribute('data-state', 'stale');
    await openNotebook(page);
    await expect(title(page)).toHaveValue('An idea');
  });

  test('has no Reset, since there is no code but the reader’s', async ({ page }) => {
    await openNotebook(page);
    await expect(button(page, 'Reset')).toHaveCount(0);
    await writeCode(page, await idOf(page, 0), '1');
    await expect(cells(page).first().getByText('edited', { exact: true })).toHaveCount(0);
  });

  test('lets a cell be titled while its code is open in the editor', async ({ page }) => {
    await openNotebook(page);
    await writeCode(page, await idOf(page, 0), 'const a = 2;');
    const field = cellTitle(cells(page).first());
    await field.click();
    await page.keyboard.type('Two words');
    await expect(field).toHaveValue('Two words');
    await expect(field).toBeFocused();
  });

  test('keeps the last key typed before the page is left', async ({ page }) => {
    await openNotebook(page);
    const id = await idOf(page, 0);
    await writeCode(page, id, '"first"');
    await leaveEditor(page, id);
    await expect(page.getByText(SAVED)).toBeVisible();
    await writeCode(page, id, '"typed last"');
    await page.goto('/');
    await openNotebook(page);
    expect(await codeOf(cell(page, id))).toBe('"typed last"');
  });
});

test.describe('its cells', () => {
  test.beforeEach(async ({ page }) => {
    await threeCells(page);
  });

  test('are added between two others, and take the focus', async ({ page }) => {
    await button(page, 'Add code before cell 2').click();
    await expect(cells(page)).toHaveCount(4);
    await expect(codeIn(cells(page).nth(1))).toBeFocused();
    expect(await order(page)).toEqual(['A', '', 'B', 'C']);
    await expect(cellTitle(cells(page).nth(1))).toHaveAttribute('placeholder', 'Cell 2');
  });

  test('move by keys and buttons, keep the focus, and say where they are', async ({ page }) => {
    const id = await idOf(page, 0);
    await codeIn(cell(page, id)).focus();
    await page.keyboard.press('Alt+ArrowDown');
    expect(await order(page)).toEqual(['B', 'A', 'C']);
    await expect(codeIn(cell(page, id))).toBeFocused();
    await expect(page.getByText('Moved “A” down, now 2 of 3')).toBeAttached();
    const down = button(cell(page, id), 'Move down');
    await down.click();
    expect(await order(page)).toEqual(['B', 'C', 'A']);
    await expect(down).toBeFocused();
    await expect(down).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Alt+ArrowDown');
    expect(await order(page)).toEqual(['B', 'C', 'A']);
  });

  test('run in the order of what they read, wherever they stand', async ({ page }) => {
    const [a, b] = [await idOf(page, 0), await idOf(page, 1)];
    await codeIn(cell(page, b)).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await button(cell(page, b), 'Run').click();
    await waitForState(cell(page, b), 'done', 30_000);
    await waitForState(cell(page, a), 'done');
    await expect(outputOf(cell(page, b))).toContainText('6');
  });

  test('come back from a deletion with place, title and code, and as stale', async ({ page }) => {
    const [a, b] = [await idOf(page, 0), await idOf(page, 1)];
    await button(cell(page, b), 'Run').click();
    await waitForState(cell(page, b), 'done', 30_000);
    await button(cell(page, a), 'Delete').click();
    await expect(cells(page)).toHaveCount(2);
    await expect(page.getByText('Deleted “A”.')).toBeVisible();
    await waitForState(cell(page, b), 'stale');
    await expect(button(page, 'Undo')).toBeFocused();
    await page.keyboard.press('Enter');
    expect(await order(page)).toEqual(['A', 'B', 'C']);
    expect(await codeOf(cell(page, a))).toBe('const a = 2;\na');
    await waitForState(cell(page, a), 'stale');
    await expect(stateOf(cell(page, a))).toContainText('from before it was deleted');
    await expect(outputOf(cell(page, a))).toContainText('From before this cell was deleted.');
    await expect(outputOf(cell(page, a))).toContainText('2');
    await button(cell(page, b), 'Run').click();
    await waitForState(cell(page, b), 'done');
    await expect(outputOf(cell(page, b))).toContainText('6');
  });

  test('are gone for good once something else is changed', async ({ page }) => {
    await button(cells(page).nth(1), 'Delete').click();
    await cellTitle(cells(page).first()).fill('A2');
    await expect(button(page, 'Undo')).toHaveCount(0);
    await expect(page.getByText(SAVED)).toBeVisible();
    await page.reload();
    await expect(cells(page)).toHaveCount(2);
    expect(await order(page)).toEqual(['A2', 'C']);
  });
});

test.describe('its texts', () => {
  test('are Markdown with formulas, edited in place', async ({ page }) => {
    await openNotebook(page);
    await writeText(page, '# Why\n\nA *word* and $x^2$.\n\n| a | b |\n| - | - |\n| 1 | 2 |');
    const text = texts(page).first();
    await expect(text.getByRole('heading', { level: 2, name: 'Why' })).toBeVisible();
    await expect(text.locator('em')).toHaveText('word');
    await expect(text.locator('.katex-html')).toBeVisible();
    await expect(text.getByRole('cell', { name: '2' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Text in Markdown' })).toBeFocused();
    await page.keyboard.type('\n\nMore.');
    await page.keyboard.press('Escape');
    await expect(text.getByText('More.')).toBeVisible();
    await expect(page.getByText(SAVED)).toBeVisible();
    await page.reload();
    await expect(texts(page).first().getByRole('heading', { name: 'Why' })).toBeVisible();
  });

  test('have no HTML of their own, and no link that is a script', async ({ page }) => {
    await openNotebook(page);
    await writeText(
      page,
      '<img src=x onerror="document.title=1"> [a](javascript:alert(1)) [b](https://example.org) ![c](https://example.org/c.png)',
    );
    const text = texts(page).first();
    await expect(text.getByText('<img src=x')).toBeVisible();
    await expect(text.locator('img')).toHaveCount(0);
    await expect(text.getByRole('link')).toHaveCount(2);
    await expect(text.getByRole('link', { name: 'b' })).toHaveAttribute('rel', /noopener/);
  });
});

test.describe('many notebooks', () => {
  test('are named, opened, duplicated, and deleted with a way back', async ({ page }) => {
    await openNotebook(page);
    await writeCode(page, await idOf(page, 0), '"one"');
    await leaveEditor(page, await idOf(page, 0));
    await title(page).fill('One');
    await page.keyboard.press('Enter');
    await expect(page.getByText(SAVED)).toBeVisible();

    await button(await openMenu(page), 'New notebook').click();
    await expect(title(page)).toHaveValue('Untitled notebook');
    await button(await openMenu(page), 'Rename').click();
    await expect(title(page)).toBeFocused();
    await page.keyboard.type('Two');
    await page.keyboard.press('Enter');
    await expect(page.getByText(SAVED)).toBeVisible();

    await (await openMenu(page)).getByRole('link', { name: /^One/ }).click();
    await expect(title(page)).toHaveValue('One');
    expect(await codeOf(cells(page).first())).toBe('"one"');
    await page.goBack();
    await expect(title(page)).toHaveValue('Two');
    await page.goForward();
    await expect(title(page)).toHaveValue('One');

    await button(await openMenu(page), 'Duplicate').click();
    await expect(title(page)).toHaveValue('One (copy)');
    await expect(page.getByText(SAVED)).toBeVisible();
    await button(await openMenu(page), 'Delete').click();
    await expect(page.getByText('Deleted “One (copy)”.')).toBeVisible();
    await expect(
      page.getByRole('list', { name: 'Notebooks in this browser' }).getByRole('link'),
    ).toHaveCount(2);
    await button(page, 'Undo').click();
    await expect(title(page)).toHaveValue('One (copy)');
    await expect(page.getByText(SAVED)).toBeVisible();
    await expect((await openMenu(page)).getByRole('listitem')).toHaveCount(3);
  });

  test('that are not here are said to be', async ({ page }) => {
    await page.goto('/notebook?open=0123456789abcdef');
    await expect(page.getByRole('heading', { name: 'This notebook is not here' })).toBeVisible();
    await button(page, 'New notebook').click();
    await expect(cells(page)).toHaveCount(1);
  });
});

test('has no faults of accessibility, in light and dark', async ({ page }) => {
  await threeCells(page);
  await writeText(page, '# Why\n\n$x$\n\n- [ ] to do\n\n| a |\n| - |\n| 1 |');
  await expect(texts(page).first().locator('.katex-html')).toBeVisible();
  await button(cells(page).first(), 'Delete').click();
  await openMenu(page);
  expect(await violations(page)).toEqual([]);
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  test('everything fits, and nothing has to be hovered', async ({ page }) => {
    await openNotebook(page);
    await expect(button(page, 'Add code before cell 1')).toHaveCSS('opacity', '1');
    await writeText(
      page,
      'A formula $$\\sum_{i=1}^{n} \\frac{x_i^2 + y_i^2 + z_i^2}{\\sqrt{a + b + c + d}}$$',
    );
    await expect(texts(page).first().locator('.katex-html')).toBeVisible();
    expect(await scrollsSideways(page)).toBe(false);
    await openMenu(page);
    expect(await scrollsSideways(page)).toBe(false);
    const boxes = await Promise.all(
      (await page.locator('[data-block] button:visible').all()).map((one) => one.boundingBox()),
    );
    for (const box of boxes) expect(box?.height).toBeGreaterThanOrEqual(44);
  });
});
