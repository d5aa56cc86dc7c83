import {
  cell,
  chooseDevice,
  deviceMenu,
  openLesson,
  outputOf,
  waitForDevice,
} from './support/lesson';
import { expect, test } from './support/test';
import { badge, SMALL, train, trainedOn } from './support/training';

test.describe.configure({ timeout: 120_000 });

/** Steps of some 30 ms and more on one processor, for as long as it takes to make a trial worth it. */
const LARGE = `const x = tf.randomNormal([64, 1024], 0, 1, 'float32', 1);
const y = x.slice([0, 0], [64, 1]);
const net = tf.sequential({
  layers: [
    tf.layers.dense({ units: 1024, activation: 'relu', inputShape: [1024] }),
    tf.layers.dense({ units: 1024, activation: 'relu' }),
    tf.layers.dense({ units: 1 }),
  ],
});
net.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const start = performance.now();
const { history: log } = await net.fit(x, y, {
  epochs: 100_000,
  batchSize: 64,
  callbacks: {
    onEpochEnd: () => {
      if (performance.now() - start > 15_000) net.stopTraining = true;
    },
  },
});
show.text('trained on ' + tf.getBackend());`;

test('a small model stays on WebAssembly, and the badge says why', async ({ page }) => {
  await openLesson(page);
  await train(page, SMALL);
  await trainedOn(page, 'wasm');
  await waitForDevice(page, 'wasm');
  await expect(badge(page)).toContainText(/ms a step/);
  await badge(page).click();
  const menu = deviceMenu(page);
  await expect(menu).toContainText(
    // The second where the cell ran before the graphics devices were asked for.
    /WebAssembly: [\d.]+ ms a step for this model\. (?:There is no graphics card here to try|Trying a graphics device would take longer)/,
  );
  await expect(menu).toContainText(/ms a step of the model that was trained last/);
});

test('a device that the reader chose is used, measured, and compared with the next', async ({
  page,
}) => {
  await openLesson(page);
  await chooseDevice(page, 'webgl');
  await train(page, SMALL);
  await trainedOn(page, 'webgl');
  await waitForDevice(page, 'webgl');
  await chooseDevice(page, 'auto');
  await train(page);
  await trainedOn(page, 'wasm');
  await waitForDevice(page, 'wasm');
  await expect(badge(page)).toContainText(/[\d.]+x faster than WebGL/);
  const heard = page.getByRole('status').filter({ hasText: /faster than WebGL for this model/ });
  await expect(heard).toHaveCount(1);
});

test('what was measured is remembered on the next visit', async ({ page }) => {
  await openLesson(page);
  await chooseDevice(page, 'webgl');
  await train(page, SMALL);
  await chooseDevice(page, 'auto');
  await train(page);
  await trainedOn(page, 'wasm');
  // As if this machine had a graphics card that is faster.
  await page.evaluate(() => {
    const kept = localStorage.getItem('layerwise:devices') ?? '';
    localStorage.setItem(
      'layerwise:devices',
      kept.replaceAll(/("device":"webgl","ms":)[\d.]+/g, '$10.001'),
    );
  });
  await openLesson(page);
  await train(page);
  await trainedOn(page, 'webgl');
  await waitForDevice(page, 'webgl');
  await chooseDevice(page, 'wasm');
  await train(page);
  await trainedOn(page, 'wasm');
});

/** Turns of 5 ms and more, for a second: long enough to be looked at, and to move. */
const LOOP = `const x = tf.randomNormal([256, 256], 0, 1, 'float32', 1);
const w = tf.variable(tf.randomNormal([256, 256], 0, 0.05, 'float32', 2));
const optimizer = tf.train.sgd(0.01);
const used = new Set();
const first = performance.now();
let turns = 0;
while (turns < 50 || performance.now() - first < 2_000) {
  optimizer.minimize(() => tf.matMul(x, w).square().mean());
  turns += 1;
  if (turns === 50) show.text('loss ' + tf.matMul(x, w).square().mean().dataSync()[0].toFixed(4));
  used.add(tf.getBackend());
  await tf.nextFrame();
}
tf.dispose([x, w]);
optimizer.dispose();
show.text('trained on ' + [...used].join(' and '));`;

test('a loop of the reader’s own goes on where it is known to be faster, with the same numbers', async ({
  page,
}) => {
  await openLesson(page);
  await train(page, LOOP);
  await trainedOn(page, 'wasm');
  const loss = /loss [\d.]+/.exec(await outputOf(cell(page, 'load')).innerText())?.[0] ?? '';
  await expect(badge(page)).toContainText(/ms a step/);
  // As if this machine had a graphics card that was measured to be faster.
  await page.evaluate(() => {
    const kept = localStorage.getItem('layerwise:devices') ?? '';
    localStorage.setItem(
      'layerwise:devices',
      kept.replaceAll(
        /("device":"wasm","ms":[\d.]+,"outcome":"measured"\})/g,
        `$1,${'{"device":"webgl","ms":0.001,"outcome":"measured"}'}`,
      ),
    );
  });
  await openLesson(page);
  await train(page);
  await trainedOn(page, 'wasm and webgl');
  await expect(outputOf(cell(page, 'load'))).toContainText(loss);
  await waitForDevice(page, 'webgl');
  await expect(badge(page)).toContainText(/faster than WebAssembly/);
});

test('what the browser has kept may be anything', async ({ page }) => {
  await openLesson(page);
  await page.evaluate(() =>
    localStorage.setItem('layerwise:devices', '{"form":1,"models":[{"model":7},null]}'),
  );
  await openLesson(page);
  await train(page, SMALL);
  await trainedOn(page, 'wasm');
});

test('a long training tries the graphics device for a moment, and goes on where it is faster', async ({
  page,
}) => {
  await openLesson(page);
  await train(page, LARGE);
  await trainedOn(page, 'wasm');
  await badge(page).click();
  await expect(deviceMenu(page)).toContainText(
    /faster than WebGL for this model|WebGL had not done its first step/,
  );
});
