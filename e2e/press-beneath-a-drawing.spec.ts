import type { Locator, Page } from '@playwright/test';
import { cell, outputOf } from './support/lesson';
import { button, runCode, startReading } from './support/reader';
import { expect, test } from './support/test';

/** One unit that remembers a pulse; what it computes at a step is a formula beneath it. */
const UNROLLED = `const pulse = [1, 0, 0, 0, 0, 0];
const memory = tf.sequential();
memory.add(tf.layers.simpleRNN({ units: 1, activation: 'linear', inputShape: [pulse.length, 1] }));
show.unrolled(memory, pulse, { title: 'One unit' });`;

const strip = (page: Page): Locator =>
  outputOf(cell(page, 'load')).locator('figure[data-figure="unrolled"]');

test('the first press beneath a drawing lands, whatever was read in it', async ({ page }) => {
  await startReading(page);
  await runCode(page, 'load', UNROLLED);
  const one = strip(page);
  const canvas = one.locator('canvas');
  const table = one.getByRole('table');
  const formula = one.getByRole('group', { name: 'Formula' });
  /** As a hand does it: down, and up at the same place. */
  async function pressTable(): Promise<void> {
    const box = await button(one, 'Table').boundingBox();
    if (box === null) throw new Error('The button is not drawn.');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.up();
  }

  await canvas.press('Home');
  await expect(formula).toBeVisible();
  // Clear of the page's bar at the bottom.
  await button(one, 'Table').evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await pressTable();
  await expect(table).toHaveCount(1);
  await expect(formula).toHaveCount(0);
  await pressTable();
  await expect(table).toHaveCount(0);

  // Nor does anything move when the drawing is left by keyboard.
  await canvas.press('Home');
  await expect(formula).toBeVisible();
  const top = () => button(one, 'Table').evaluate((element) => (element as HTMLElement).offsetTop);
  const before = await top();
  await page.keyboard.press('Tab');
  await expect(formula).toHaveCount(0);
  expect(await top()).toBe(before);
});

test('a table of a figure without steps speaks of none', async ({ page }) => {
  await startReading(page);
  await runCode(page, 'load', UNROLLED);
  await button(strip(page), 'Table').click();
  await expect(strip(page).getByRole('caption')).toHaveText(/^One unit: /);
});
