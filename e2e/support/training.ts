import { expect, type Locator, type Page } from '@playwright/test';
import { cell, outputOf, replaceCode, runCell } from './lesson';

/** Trains a small model in a moment, and shows on which device. */
export const SMALL = `const x = tf.randomNormal([96, 4], 0, 1, 'float32', 1);
const y = x.sum(1, true);
const net = tf.sequential({
  layers: [
    tf.layers.dense({ units: 8, activation: 'relu', inputShape: [4] }),
    tf.layers.dense({ units: 1 }),
  ],
});
net.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
const { history: log } = await net.fit(x, y, {
  epochs: 10,
  callbacks: { onTrainEnd: () => show.text('trained on ' + tf.getBackend()) },
});`;

/** Runs the first cell, with this code from now on. */
export async function train(page: Page, code?: string): Promise<void> {
  if (code !== undefined) await replaceCode(page, 'load', code);
  await runCell(cell(page, 'load'), { timeout: 60_000 });
}

export const trainedOn = (page: Page, device: string): Promise<void> =>
  expect(outputOf(cell(page, 'load'))).toContainText(`trained on ${device}`);

/** The device menu’s button. */
export const badge = (page: Page): Locator => page.locator('[data-device] > summary');
