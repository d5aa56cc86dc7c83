import type { Locator, Page } from '@playwright/test';
import { cell, outputOf, waitForState } from './support/lesson';
import { button, runCode, startReading } from './support/reader';
import { expect, test } from './support/test';

const EPOCHS = 8;
const TRAINING = `const toy = tf.sequential();
toy.add(tf.layers.dense({ units: 4, activation: 'relu', inputShape: [2] }));
toy.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
toy.compile({ optimizer: tf.train.adam(0.05), loss: 'binaryCrossentropy' });
const points = tf.randomNormal([120, 2], 0, 1, 'float32', 3);
const answers = points.sum(1, true).greater(0).toFloat();
await toy.fit(points, answers, { epochs: ${EPOCHS}, callbacks: watch(toy, { every: 1 }) });`;

const load = (page: Page): Locator => cell(page, 'load');
const figure = (page: Page, kind: 'curve' | 'network') =>
  outputOf(load(page)).locator(`figure[data-figure="${kind}"]`);
const bar = (page: Page) => outputOf(load(page)).getByRole('group', { name: 'Steps of 2 figures' });

async function train(page: Page): Promise<void> {
  await startReading(page);
  await runCode(page, 'load', TRAINING);
  await expect(figure(page, 'network')).toHaveAttribute('data-step', `${EPOCHS}`);
}

/** The numbers of the curve, as it gives them in its table. */
async function losses(page: Page): Promise<string[]> {
  const curve = figure(page, 'curve');
  await button(curve, 'Table').click();
  const rows = await curve.getByRole('table').getByRole('row').allTextContents();
  await button(curve, 'Table').click();
  return rows.slice(1);
}

test('one scrubber moves all figures of a cell', async ({ page }) => {
  await train(page);
  const slider = bar(page).getByRole('slider');
  await expect(figure(page, 'curve').getByRole('slider')).toHaveCount(0);
  await slider.press('Home');
  await slider.press('ArrowRight');
  await slider.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', `epoch 2 of ${EPOCHS}`);
  for (const kind of ['curve', 'network'] as const) {
    await expect(figure(page, kind)).toHaveAttribute('data-step', '2');
  }
  await button(bar(page), 'Latest').click();
  for (const kind of ['curve', 'network'] as const) {
    await expect(figure(page, kind)).toHaveAttribute('data-step', `${EPOCHS}`);
  }
});

test('two steps stand side by side, until that is ended', async ({ page }) => {
  await train(page);
  const slider = bar(page).getByRole('slider');
  await slider.press('Home');
  await button(bar(page), 'Compare').click();
  await expect(page.getByText('A stays at epoch 0; the slider moves B.')).toBeVisible();
  await slider.press('End');
  const network = figure(page, 'network');
  await expect(network).toHaveAttribute('data-beside', '0');
  await expect(network).toHaveAttribute('data-step', `${EPOCHS}`);
  await expect(network.locator('canvas')).toHaveCount(2);
  await expect(network.getByText('A: epoch 0 of 8')).toBeVisible();
  await expect(network.getByText(/^A: .* B: After epoch 8 /)).toBeVisible();
  await button(bar(page), 'End comparing').click();
  await expect(network.locator('canvas')).toHaveCount(1);
});

test('training goes on from a step, the same way where nothing was changed', async ({ page }) => {
  await train(page);
  const before = await losses(page);
  const slider = bar(page).getByRole('slider');
  await slider.press('Home');
  for (let step = 0; step < 3; step++) await slider.press('ArrowRight');
  const trainOn = bar(page).getByRole('button', { name: /^Train on from epoch [0-3]$/ });
  const from = (await trainOn.textContent())?.match(/\d/)?.[0] ?? '';
  await trainOn.click();
  await expect(load(page)).toContainText(`at epoch ${from}`);
  await waitForState(load(page), 'done', 30_000);
  await expect(figure(page, 'curve')).toHaveAttribute('data-step', `${EPOCHS}`);
  expect(await losses(page)).toEqual(before);
  // Run begins anew, and is not a branch.
  await button(load(page), 'Run').click();
  await expect(load(page)).not.toContainText('branched');
  await waitForState(load(page), 'done', 30_000);
});

test('a branch of changed code leaves the curve where it branched', async ({ page }) => {
  await train(page);
  const before = await losses(page);
  await runCode(page, 'load', TRAINING.replace(`epochs: ${EPOCHS}`, 'epochs: 3'));
  await bar(page).getByRole('button', { name: 'Train on from epoch 3' }).click();
  await expect(load(page)).toContainText('at epoch 3');
  await waitForState(load(page), 'done', 30_000);
  // The code's three epochs again, after the three that were there.
  await expect(figure(page, 'curve')).toHaveAttribute('data-step', '6');
  const after = await losses(page);
  expect(after).toHaveLength(6);
  expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
});
