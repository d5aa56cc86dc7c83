import { cell, outputOf } from './support/lesson';
import { runCode, startReading } from './support/reader';
import { expect, test } from './support/test';

const CODE = `show.functions(['sigmoid', 'relu']);
show.probabilities([2, 1, 0], { labels: ['cat', 'dog', 'owl'] });
const toy = tf.sequential();
toy.add(tf.layers.dense({ units: 4, activation: 'relu', inputShape: [2], biasInitializer: tf.initializers.constant({ value: -9 }) }));
toy.add(tf.layers.dense({ units: 1 }));
const points = tf.ones([5, 2]);
show.histograms(toy, { inputs: points });`;

/** Two kernels of ones over nine ones: each map is 9 four times over, and each output adds up both. */
const CONVNET = `const eyes = tf.sequential();
eyes.add(tf.layers.conv2d({ filters: 2, kernelSize: 3, kernelInitializer: 'ones', inputShape: [4, 4, 1] }));
eyes.add(tf.layers.flatten());
eyes.add(tf.layers.dense({ units: 2, kernelInitializer: 'ones' }));
show.convnet(eyes, tf.ones([4, 4, 1]), { labels: ['cat', 'dog'] });`;

test('a reader moves along a function, warms a softmax, and finds dead units', async ({ page }) => {
  await startReading(page);
  await runCode(page, 'load', CODE);
  const figure = (kind: string) => outputOf(cell(page, 'load')).locator(`[data-figure="${kind}"]`);

  const functions = figure('function');
  await expect(functions.locator('.katex').first()).toBeVisible();
  await functions.getByRole('radio', { name: 'relu' }).check();
  await functions.getByRole('slider', { name: 'x', exact: true }).fill('-2');
  await expect(functions).toContainText('At x = −2.000 relu is 0 and its slope 0.');
  await functions.getByRole('application').focus();
  await page.keyboard.press('End');
  await expect(functions).toContainText('relu at x = 6.000: 6.000, slope 1.000');

  await figure('probabilities').getByRole('slider', { name: 'Temperature' }).fill('0.05');
  await expect(figure('probabilities')).toContainText('most probable is cat with 1.000');

  await expect(figure('histograms')).toContainText('4 of 4 units (100 %) are dead');
});

test('a reader opens a map and an output of a convolutional network', async ({ page }) => {
  await startReading(page);
  await runCode(page, 'load', CONVNET);
  const figure = outputOf(cell(page, 'load')).locator('[data-figure="convnet"]');
  await figure.getByRole('application').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  // 2 maps of 4 numbers of 9.
  await expect(figure).toContainText(/(cat|dog) is opened: 2 shares and the bias add up to \+72/);
  await expect(figure.locator('.katex').first()).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(figure).toContainText('is opened, with the image under a window of 3 by 3');
  await figure.getByRole('button', { name: 'Close the map' }).click();
  await expect(figure).toContainText('The network of 38 weights makes');
});
