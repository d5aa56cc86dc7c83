import type { Locator, Page } from '@playwright/test';
import { cell, outputOf } from './support/lesson';
import { button, runCode, startReading } from './support/reader';
import { expect, test } from './support/test';

/** A network that is not trained, so that a run takes no time; its cell reads a control and follows it by itself. */
const SURFACE = `const dots = input.points('Dots', {
  labels: ['left', 'right'],
  value: [{ x: -0.5, y: 0, label: 0 }, { x: 0.5, y: 0, label: 1 }],
});
const net = tf.sequential();
net.add(tf.layers.dense({ units: 2, activation: 'tanh', inputShape: [2], kernelInitializer: 'identity' }));
net.add(tf.layers.dense({ units: 1, activation: 'sigmoid', kernelInitializer: 'ones' }));
show.surface(net, { points: dots, title: 'Two sides' });`;

async function showSurface(page: Page): Promise<{ figure: Locator; canvas: Locator }> {
  await startReading(page);
  await runCode(page, 'load', SURFACE);
  const figure = outputOf(cell(page, 'load')).locator('figure[data-figure="surface"]');
  await expect(figure.getByText(/^The answer is right for 2 of 2 points/).first()).toBeVisible();
  return { figure, canvas: figure.locator('canvas') };
}

test('a press on the plane adds a point to its control, and the cell runs again', async ({
  page,
}) => {
  const { figure, canvas } = await showSurface(page);
  await figure.getByRole('radio', { name: 'right' }).check();
  await canvas.focus();
  await page.keyboard.press('End');
  await expect(figure.getByText(/^x −0\.500, y 0: answer 0\.\d+, left$/)).toBeVisible();
  await page.keyboard.press('Enter');
  // A point that belongs to the right lies where the answer says left.
  await expect(figure.getByText(/^The answer is right for 2 of 3 points/).first()).toBeAttached();
  await expect(cell(page, 'load').getByText('3 points: 1 left, 2 right')).toBeVisible();
});

test('a weight is picked out by keyboard, set, and put back', async ({ page }) => {
  const { figure, canvas } = await showSurface(page);
  await canvas.focus();
  await page.keyboard.press('Home');
  await expect(figure.getByText(/^dense 1 unit 1: /)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(button(figure, 'Show the answer')).toBeVisible();
  await button(figure, 'Set its weights').click();
  await figure.getByRole('radio', { name: 'x', exact: true }).check();
  const slider = figure.getByRole('slider', { name: 'Weight' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(
    figure.getByText(/^With the weight from x to dense 1 unit 1 at −\d/).first(),
  ).toBeVisible();
  await expect(figure.locator('.katex').first()).toBeVisible();
  const number = figure.getByRole('textbox', { name: 'Weight, as a number' });
  await number.fill('heavy');
  await number.press('Enter');
  await expect(figure.getByRole('alert')).toHaveText(/^This is not a number\./);
  // Far beyond the slider's end, with a decimal comma.
  await number.fill('−123,5');
  await number.press('Enter');
  await expect(figure.getByText(/^With the weight from x to .* at −123\.5/).first()).toBeVisible();
  await button(figure, 'Put the trained weight back').click();
  await expect(figure.getByText(/^The answer is right for 2 of 2 points/).first()).toBeVisible();
});
