import type { Locator, Page } from '@playwright/test';
import { violations } from './support/axe';
import { lineIn, replaceCodes } from './support/cells';
import {
  EVERY_KIND,
  namesByTab,
  noteRequests,
  numberOf,
  pictureOf,
  READS_EVERY_KIND,
  slider,
  spotIn,
  typeRate,
} from './support/inputs';
import { cell, runCell, waitForState } from './support/lesson';
import { button, scrollsSideways, startReading } from './support/reader';
import { expect, test } from './support/test';

// Each test first writes the cells by hand.
test.describe.configure({ timeout: 90_000 });

/** Each kind of input in one cell, and another cell that says what it gets of them. */
async function openInputs(page: Page): Promise<{ load: Locator; missing: Locator }> {
  await startReading(page);
  await replaceCodes(page, { load: EVERY_KIND, missing: READS_EVERY_KIND });
  await runCell(cell(page, 'missing'));
  await waitForState(cell(page, 'load'), 'done');
  return { load: cell(page, 'load'), missing: cell(page, 'missing') };
}

test('every kind is labelled, reached by Tab, and fits a narrow screen', async ({ page }) => {
  const { load } = await openInputs(page);
  await expect(slider(load)).toHaveAttribute('aria-valuetext', '3');
  await expect(load.getByRole('radiogroup', { name: 'Activation' })).toBeVisible();
  await slider(load).focus();
  expect(await namesByTab(page, 15)).toEqual([
    'Learning rate, as a number',
    'relu',
    'Shuffle',
    'Your review',
    'A digit',
    'Undo',
    'Clear',
    'blue',
    'Two classes',
    'Delete point',
    'Undo',
    'Clear',
    'Table',
    'Your table',
    'Your picture',
  ]);
  expect(await violations(page, '[data-cell="load"]')).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await scrollsSideways(page)).toBe(false);
  expect(await violations(page, '[data-cell="load"]')).toEqual([]);
});

test('a slider, by keys and by its number', async ({ page }) => {
  const { load, missing } = await openInputs(page);
  await expect(lineIn(missing, 'rate 3')).toBeVisible();
  await slider(load).press('ArrowRight');
  await expect(lineIn(missing, 'rate 4')).toBeVisible();
  await slider(load).press('End');
  await expect(lineIn(missing, 'rate 10')).toBeVisible();
  await typeRate(load, '7');
  await expect(lineIn(missing, 'rate 7')).toBeVisible();
  await expect(slider(load)).toHaveAttribute('aria-valuetext', '7');

  await typeRate(load, 'many');
  await expect(load.getByRole('alert')).toContainText('Type a number from 0 to 10.');
  await numberOf(load).press('Escape');
  await expect(numberOf(load)).toHaveValue('7');
  await expect(lineIn(missing, 'rate 7')).toBeVisible();

  await button(load, 'Set Learning rate back to 3').click();
  await expect(lineIn(missing, 'rate 3')).toBeVisible();
  await expect(slider(load)).toBeFocused();
});

test('a choice and a switch, by keys and by a press', async ({ page }) => {
  const { load, missing } = await openInputs(page);
  await load.getByRole('radio', { name: 'relu' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(lineIn(missing, 'activation tanh')).toBeVisible();
  await load.getByRole('radio', { name: 'sigmoid' }).click();
  await expect(lineIn(missing, 'activation sigmoid')).toBeVisible();

  const shuffle = load.getByRole('switch', { name: 'Shuffle' });
  await shuffle.press('Space');
  await expect(lineIn(missing, 'shuffle true')).toBeVisible();
  await shuffle.click();
  await expect(lineIn(missing, 'shuffle false')).toBeVisible();
});

test('text counts after a pause in typing, and the field stays as it is', async ({ page }) => {
  const { load, missing } = await openInputs(page);
  const review = load.getByRole('textbox', { name: 'Your review' });
  await review.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('a quiet');
  await expect(lineIn(missing, 'review a quiet')).toBeVisible();
  await expect(review).toBeFocused();
  await page.keyboard.type(' film');
  await expect(lineIn(missing, 'review a quiet film')).toBeVisible();
  await expect(review).toHaveValue('a quiet film');
});

test('a pad, drawn on by a pointer', async ({ page }) => {
  const { load, missing } = await openInputs(page);
  const pad = load.getByRole('application', { name: 'A digit' });
  const from = await spotIn(pad, 1 / 8, 4.5 / 8);
  const to = await spotIn(pad, 7 / 8, 4.5 / 8);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
  const [none, full] = ['........', '########'];
  const drawn = [none, none, none, none, full, none, none, none].join(' ');
  await expect(lineIn(missing, `ink ${drawn}`)).toBeVisible();
  await expect(load).toContainText('8 of 64 cells inked');

  const change = load.getByRole('group', { name: 'Change A digit' });
  await button(change, 'Clear').click();
  await expect(lineIn(missing, `ink ${Array(8).fill(none).join(' ')}`)).toBeVisible();
  await button(change, 'Undo').click();
  await expect(lineIn(missing, `ink ${drawn}`)).toBeVisible();
});

test('a pad, drawn on by keys', async ({ page }) => {
  const { load, missing } = await openInputs(page);
  await load.getByRole('application', { name: 'A digit' }).focus();
  // The pen stands in the middle: the fifth row and column.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  const [none, dot, both] = ['........', '....#...', '..#.#...'];
  const drawn = [none, none, none, none, dot, both, none, none].join(' ');
  await expect(lineIn(missing, `ink ${drawn}`)).toBeVisible();
  await expect(load).toContainText('row 6, column 3');
  await expect(load).toContainText('3 of 64 cells inked');
});

test('points, by clicks and by a drag', async ({ page }) => {
  const { load, missing } = await openInputs(page);
  const plane = load.getByRole('application', { name: 'Two classes' }).locator('rect').first();
  const press = async (across: number, down: number) => {
    const { x, y } = await spotIn(plane, across, down);
    await page.mouse.click(x, y);
  };
  await press(0.75, 0.25);
  await expect(lineIn(missing, 'points 0.50 0.50 0')).toBeVisible();
  await load.getByRole('radio', { name: 'orange' }).click();
  await press(0.25, 0.75);
  await expect(lineIn(missing, 'points 0.50 0.50 0, -0.50 -0.50 1')).toBeVisible();
  await expect(load).toContainText('2 points: 1 blue, 1 orange');

  const from = await spotIn(plane, 0.75, 0.25);
  const to = await spotIn(plane, 0.5, 0.5);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
  await expect(lineIn(missing, 'points 0.00 0.00 0, -0.50 -0.50 1')).toBeVisible();
  const change = load.getByRole('group', { name: 'Change Two classes' });
  await button(change, 'Delete point').click();
  await expect(lineIn(missing, 'points -0.50 -0.50 1')).toBeVisible();
});

test('points, by keys, with a table of them', async ({ page }) => {
  const { load, missing } = await openInputs(page);
  await load.getByRole('application', { name: 'Two classes' }).focus();
  // From the middle, a fiftieth of the axis at a time.
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(lineIn(missing, 'points 0.20 0.00 0, 0.20 0.40 0')).toBeVisible();
  await page.keyboard.press('BracketLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(lineIn(missing, 'points 0.16 0.00 0, 0.20 0.40 0')).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(lineIn(missing, 'points 0.20 0.40 0')).toBeVisible();

  await button(load.getByRole('group', { name: 'Change Two classes' }), 'Table').press('Enter');
  const rows = load.getByRole('region', { name: 'Table: Two classes' }).getByRole('row');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1).getByRole('cell')).toHaveText(['0.20', '0.40', 'blue']);
});

test('a file of the person’s own, which is sent to nobody', async ({ page, context }) => {
  const { load, missing } = await openInputs(page);
  const sent = noteRequests(context);
  const text = 'Girth,Height,Note\n8.3,70,marked-by-me\n8.6,65,plain\n8.8,63,plain\n';
  const csv = { name: 'trees.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await load.getByLabel('Your table').setInputFiles(csv);
  const read = lineIn(missing, 'trees.csv has 3 rows of Girth, Height, Note; heights 70 65 63');
  await expect(read).toBeVisible();
  await expect(load).toContainText('3 rows, 3 columns: Girth, Height, Note');
  await expect(load).toContainText('Your file stays in this browser.');

  await page.reload();
  await expect(button(page, 'Run all')).toBeEnabled();
  await runCell(missing);
  await expect(read).toBeVisible();
  expect(sent.length, 'requests of the reload').toBeGreaterThan(5);
  expect(sent.filter(({ method }) => method !== 'GET')).toEqual([]);
  const leaks = sent.filter((each) => /marked-by-me|trees\.csv/.test(JSON.stringify(each)));
  expect(leaks).toEqual([]);

  await button(load, 'Remove trees.csv').click();
  await expect(lineIn(missing, 'no table')).toBeVisible();
  await expect(load.getByLabel('Your table')).toBeFocused();
});

test('a picture, as its pixels; what is none is refused in words', async ({ page }) => {
  const { load, missing } = await openInputs(page);
  const field = load.getByRole('button', { name: 'Your picture', exact: true });
  const buffer = await pictureOf(page, ['rgb(255, 0, 0)', 'rgb(0, 0, 255)']);
  await field.setInputFiles({ name: 'two.png', mimeType: 'image/png', buffer });
  await expect(lineIn(missing, '2 by 1: 255 0 0 255 0 0 255 255')).toBeVisible();
  await expect(load.getByRole('img', { name: 'Your picture two.png' })).toBeVisible();

  const broken = { name: 'torn.png', mimeType: 'image/png', buffer: Buffer.from('not one') };
  await field.setInputFiles(broken);
  await expect(load.getByRole('alert')).toHaveText(
    '“torn.png” could not be read as a picture. Choose a JPEG, PNG or WebP file.',
  );
  await expect(lineIn(missing, '2 by 1: 255 0 0 255 0 0 255 255')).toBeVisible();
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 375, height: 812 } });

  test('a finger draws, and the page stays where it is', async ({ page }) => {
    await startReading(page);
    const load = cell(page, 'load');
    await load.locator('[data-cell-code]').tap();
    await load.getByRole('textbox').fill("input.draw('A digit', { size: 8 });");
    await button(load, 'Run').tap();
    const pad = load.getByRole('application', { name: 'A digit' });
    await expect(pad).toBeVisible();
    await waitForState(load, 'done');
    const [top, bottom] = [await spotIn(pad, 4.5 / 8, 1 / 8), await spotIn(pad, 4.5 / 8, 7 / 8)];
    const before = await page.evaluate(() => scrollY);
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: (typeof top)[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', top);
    for (const share of [0.25, 0.5, 0.75, 1]) {
      await touch('touchMove', { x: top.x, y: top.y + share * (bottom.y - top.y) });
    }
    await touch('touchEnd');
    await expect(load).toContainText('8 of 64 cells inked');
    expect(await page.evaluate(() => scrollY)).toBe(before);
  });
});
