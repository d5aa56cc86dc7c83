import { cell, outputOf } from './support/lesson';
import { runCode, startReading } from './support/reader';
import { expect, test } from './support/test';

const BOWL = `await show.descent((x, y) => x.square().add(y.square().mul(4)), {
  x: [-2, 2], y: [-1, 1], start: [1.5, -0.5], steps: 20,
  paths: { SGD: () => tf.train.sgd(0.1), Adam: () => tf.train.adam(0.1) },
});`;
const NEURON = `await show.graph(({ w, x }) => {
  const z = w.mul(x);
  return { z, loss: z.sub(1).square() };
}, { w: 2, x: 3 });`;

test('a reader starts elsewhere on a loss, reads a step, and comes back', async ({ page }) => {
  await startReading(page);
  await runCode(page, 'load', BOWL);
  const figure = outputOf(cell(page, 'load')).locator('figure[data-figure="descent"]');
  const drawing = figure.getByRole('application');
  await expect(figure.getByText(/^After step 20 of 20 from \(1\.500, −0\.500\)/)).toBeVisible();
  await drawing.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Home');
  await expect(
    figure.getByText(/^SGD, step 0: x 1\.500, .* gradient \(3\.000, −4\.000\)/),
  ).toBeVisible();
  await expect(figure.locator('.katex').first()).toBeVisible();
  const { width, height } = (await drawing.boundingBox())!;
  await drawing.click({ position: { x: width * 0.25, y: height * 0.15 } });
  await page.keyboard.press('Escape');
  await expect(figure.getByText(/on the surface as drawn/)).toBeVisible();
  await figure.getByRole('button', { name: 'As the cell ran it' }).click();
  await expect(figure.getByText(/^After step 20 of 20 from \(1\.500, −0\.500\)/)).toBeVisible();
});

test('a reader walks a computation forward and back', async ({ page }) => {
  await startReading(page);
  await runCode(page, 'load', NEURON);
  const figure = outputOf(cell(page, 'load')).locator('figure[data-figure="graph"]');
  await expect(figure.getByText(/^loss is 25\.00\./)).toBeVisible();
  const walk = figure.getByRole('slider', { name: 'Walk' });
  await walk.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(figure.getByText('Forward: z is the product of w and x: 6.000.')).toBeVisible();
  await expect(figure.locator('.katex').first()).toBeVisible();
  await page.keyboard.press('End');
  await expect(figure.getByText(/Its gradient is \+30\.00 by w, \+20\.00 by x\./)).toBeVisible();
});
