import type { Locator, Page } from '@playwright/test';
import { cell, outputOf } from './support/lesson';
import { runCode, startReading } from './support/reader';
import { expect, test } from './support/test';

/**
 * Two players with weights of our own: the generator moves its noise by (0.5, 0), the discriminator's answer is
 * sigmoid(2 x), so that a point looks more real the further right it is.
 */
const PLAYERS = `const player = (units: number, weights: number[][], bias: number[], activation: 'linear' | 'sigmoid') => {
  const model = tf.sequential();
  model.add(tf.layers.dense({ units, activation, inputShape: [2] }));
  model.setWeights([tf.tensor2d(weights), tf.tensor1d(bias)]);
  return model;
};
const generator = player(2, [[1, 0], [0, 1]], [0.5, 0], 'linear');
const discriminator = player(1, [[2], [0]], [0], 'sigmoid');
const view = watch.gan2d({
  generator, discriminator,
  real: [[1, 1], [1, -1]],
  latent: [[-1, 0], [0, 0], [0.4, 0.5]],
  window: [-2, 2],
});
await view.add(0, 'before');
generator.setWeights([tf.tensor2d([[1, 0], [0, 1]]), tf.tensor1d([0.9, 0])]);
await view.add(1, 'after');`;
/** Of 3 by 3 images one pixel, as black as its noise says. */
const MAKER = `const maker = tf.sequential();
maker.add(tf.layers.dense({ units: 4, inputShape: [2], activation: 'sigmoid' }));
maker.add(tf.layers.reshape({ targetShape: [2, 2, 1] }));
show.latent(maker, { size: 3, seed: 2, title: 'Square' });`;

function figureOf(page: Page, kind: 'gan2d' | 'latent'): Locator {
  return outputOf(cell(page, 'load')).locator(`figure[data-figure="${kind}"]`);
}

/** The rows of a figure's table. */
async function openTable(figure: Locator): Promise<Locator> {
  await figure.getByRole('button', { name: 'Table' }).click();
  return figure.getByRole('table').getByRole('row');
}

test('a reader asks a generated point where it should go, and goes back a step', async ({
  page,
}) => {
  await startReading(page);
  await runCode(page, 'load', PLAYERS);
  const figure = figureOf(page, 'gan2d');
  // By hand: the points are at -0.1, 0.9 and 1.3, the real ones at 1; sigmoid(2) = 0.881.
  await expect(
    figure.getByText(
      /^At step 1 \(“after”\) the discriminator gives the 2 real points 0\.881 on average and the 3 generated ones 0\.746;/,
    ),
  ).toBeVisible();

  const drawing = figure.getByRole('application');
  await drawing.focus();
  await page.keyboard.press('Home');
  // sigmoid(-0.2) = 0.450, in whole 255ths.
  const outermost =
    'Generated point at (−0.100, 0), made from z = (−1.000, 0): D gives 0.451. It should move right to look more real.';
  await expect(figure.getByText(outermost)).toBeVisible();
  await expect(figure.locator('.katex').first()).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(figure.getByText(/^Generated point at \(0\.900, 0\)/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(figure.getByText(/^Generated point at/)).toHaveCount(0);

  const rows = await openTable(figure);
  await expect(rows).toHaveCount(1 + 3 + 2);
  await expect(rows.nth(1)).toContainText('0.451');
  await figure.getByRole('slider').last().press('Home');
  await expect(figure).toHaveAttribute('data-step', '0');
  // sigmoid(-1) = 0.269, which is nearest to 69 / 255.
  await expect(rows.nth(1)).toContainText('0.271');
  await expect(figure.getByText(/^At step 0 of 1 \(“before”\) the discriminator/)).toBeVisible();

  const drawn = () =>
    drawing.evaluate((canvas) => (canvas as unknown as HTMLCanvasElement).toDataURL());
  const before = await drawn();
  await figure.getByRole('checkbox', { name: 'Generated points' }).uncheck();
  await expect.poll(drawn).not.toBe(before);
});

test('a reader walks through the noise of a generator of images', async ({ page }) => {
  await startReading(page);
  await runCode(page, 'load', MAKER);
  const figure = figureOf(page, 'latent');
  await expect(
    figure.getByText(/^3 by 3 images made from noise between four corners; from one to its/),
  ).toBeVisible();

  const drawing = figure.getByRole('application');
  await drawing.focus();
  const { x, y, width } = (await drawing.boundingBox())!;
  await page.keyboard.press('Home');
  await expect(figure.getByText(/^Row \d, column 1: 0\u00a0% across/)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(figure.getByText(/^Row \d, column 2: 50\.0\u00a0% across/)).toBeVisible();
  await page.keyboard.press('Escape');
  // The square's second image in its first row; the pointer finds what the keys do.
  await page.mouse.move(x + 0.3 * width, y + 60);
  await expect(
    figure.getByText(/^Row 1, column 2: 50\.0\u00a0% across, 0\u00a0% down\./),
  ).toBeVisible();
  await page.mouse.move(0, 0);

  const drawn = () =>
    drawing.evaluate((canvas) => (canvas as unknown as HTMLCanvasElement).toDataURL());
  const resting = await drawn();
  await figure.getByRole('slider', { name: 'Walk' }).fill('24');
  await expect.poll(drawn).not.toBe(resting);
  const rows = await openTable(figure);
  await expect(rows).toHaveCount(1 + 9);
});
