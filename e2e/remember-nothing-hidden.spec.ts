import type { Locator } from '@playwright/test';
import { violations } from './support/axe';
import { replaceCodes } from './support/cells';
import { cell, codeOf, outputOf, replaceCode, runCell } from './support/lesson';
import { button, codeIn, leaveEditor, openEditor, startReading } from './support/reader';
import { expect, test } from './support/test';

test.describe.configure({ timeout: 90_000 });

test.beforeEach(async ({ page }) => {
  await startReading(page);
});

/** Keeps one tensor of 64 bytes, and leaves three of 64 · 64 · 4 bytes behind, made on its third line. */
const LEAKS = `const kept = tf.ones([4, 4]);
for (const name of ['a', 'b', 'c']) {
  const left = tf.zeros([64, 64]);
  console.log(name, left.shape);
}`;
const HELD = /In memory: [\d,]+ tensors?, [\d.]+ \w+\./;

/** What the page says is in memory after a cell's run. */
async function heldAfter(of: Locator): Promise<string> {
  await expect(outputOf(of)).toContainText('In memory:');
  return HELD.exec(await outputOf(of).innerText())?.[0] ?? 'nothing';
}

test('tensors left behind are told with their shape, their line and what frees them', async ({
  page,
}) => {
  const load = cell(page, 'load');
  await replaceCode(page, 'load', LEAKS);
  await runCell(load);
  await expect(outputOf(load)).toContainText(
    '3 tensors of shape 64×64 (float32, 49.2 kB) made on line 3 were left behind.',
  );
  await expect(outputOf(load)).toContainText('Wrap that line in tf.tidy(() => ...)');
  await expect(load.locator('[data-memory]')).toHaveCSS('font-variant-ligatures', 'none');
  expect(await heldAfter(load)).toBe('In memory: 4 tensors, 49.2 kB.');
  expect(await violations(page, '[data-cell="load"] [data-output]')).toEqual([]);

  await replaceCode(
    page,
    'load',
    LEAKS.replace('tf.zeros([64, 64])', 'tf.tidy(() => tf.zeros([64, 64]).sum()).dataSync()'),
  );
  await runCell(load);
  await expect(outputOf(load)).toContainText('3 scalars (float32, 12 B) made on line 3');
  await replaceCode(
    page,
    'load',
    `tf.tidy(() => {\n${LEAKS.replace('kept', 'inner')}\n});\nconst kept = tf.ones([4, 4]);`,
  );
  await runCell(load);
  expect(await heldAfter(load)).toBe('In memory: 1 tensor, 64 B.');
  await expect(outputOf(load)).not.toContainText('left behind');
});

test('a name that two cells declare is told in both at once, before anything runs', async ({
  page,
}) => {
  await replaceCode(page, 'neuron', 'const pima = 1;');
  await expect(cell(page, 'neuron')).toContainText(
    'can’t run: pima is also declared in the cell “Load the data”',
  );
  await expect(cell(page, 'load')).toContainText(
    'can’t run: pima is also declared in the cell “One neuron, by hand”',
  );
  await replaceCode(page, 'neuron', 'const women = 1;');
  await expect(cell(page, 'load')).not.toContainText('can’t run');
  await expect(cell(page, 'neuron')).not.toContainText('can’t run');
});

test('the line that made them is a press away, while the code is read and while it is edited', async ({
  page,
}) => {
  const load = cell(page, 'load');
  await replaceCode(page, 'load', LEAKS);
  await runCell(load);
  await button(outputOf(load), 'line 3').click();
  await expect(load.locator('[data-editor="monaco"]')).toBeVisible();
  await page.keyboard.type('/*1*/');
  await leaveEditor(page, 'load');
  expect((await codeOf(load)).split('\n')[2]).toContain('/*1*/');

  await runCell(load);
  await openEditor(page, 'load');
  await page.keyboard.press('ControlOrMeta+Home');
  await button(outputOf(load), 'line 3').click();
  await expect(load.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('/*2*/');
  await leaveEditor(page, 'load');
  expect((await codeOf(load)).split('\n')[2]).toContain('/*2*/');
  await expect(codeIn(load)).toBeFocused();
});

test('run ten times, a cell holds what it holds after one', async ({ page }) => {
  const load = cell(page, 'load');
  await replaceCode(page, 'load', LEAKS);
  for (let run = 0; run < 10; run++) {
    await runCell(load);
    expect(await heldAfter(load)).toBe('In memory: 4 tensors, 49.2 kB.');
  }
});

test('a network built, trained and asked ten times over leaves memory flat', async ({ page }) => {
  await replaceCodes(page, {
    neuron: `const net = tf.sequential({
  layers: [tf.layers.dense({ units: 8, inputShape: [4], activation: 'relu' }), tf.layers.dense({ units: 1 })],
});
net.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
const xs = tf.randomNormal([32, 4]);
const ys = tf.tidy(() => xs.sum(1, true));`,
    train: 'await net.fit(xs, ys, { epochs: 2 });',
    evaluate: 'const answers = net.predict(xs) as tf.Tensor;\nshow.text("asked");',
  });
  const [trainer, asks] = [cell(page, 'train'), cell(page, 'evaluate')];
  await runCell(asks);
  const held = await heldAfter(asks);
  for (let run = 0; run < 9; run++) {
    await runCell(trainer);
    await runCell(asks);
    expect(await heldAfter(asks), `after run ${run + 2}`).toBe(held);
  }
});

test('a run shows the same however often and after whatever else it is run', async ({ page }) => {
  await replaceCodes(page, {
    load: `console.count('runs');
console.log(tf.layers.dense({ units: 1 }).name, Math.random(), random.shuffle([1, 2, 3, 4, 5]));
console.log(tf.dispose(tf.randomNormal([1])), (globalThis as any).counted);`,
    missing: `tf.layers.dense({ units: 1 });
Math.random();
console.count('runs');
(globalThis as any).counted = 1;`,
  });
  const [load, missing] = [cell(page, 'load'), cell(page, 'missing')];
  const shown = async () => {
    await runCell(load);
    return outputOf(load).getByRole('listitem').allInnerTexts();
  };
  const first = await shown();
  expect(first[0]).toContain('runs: 1');
  expect(first).toHaveLength(3);
  expect(await shown()).toEqual(first);
  await runCell(missing);
  expect(await shown()).toEqual(first);
});
