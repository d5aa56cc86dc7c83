import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import { cell, outputOf, runCell } from './support/lesson';
import { button, runCode, startReading } from './support/reader';
import { expect, test } from './support/test';

const EPOCHS = 12;
/** A small network, so that each test can train its own. */
const TRAINING = `const toy = tf.sequential();
toy.add(tf.layers.dense({ units: 6, activation: 'relu', inputShape: [2] }));
toy.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
toy.compile({ optimizer: tf.train.adam(0.05), loss: 'binaryCrossentropy', metrics: ['accuracy'] });
const points = tf.randomNormal([200, 2], 0, 1, 'float32', 3);
const answers = points.sum(1, true).greater(0).toFloat();
await toy.fit(points, answers, {
  epochs: ${EPOCHS},
  validationSplit: 0.25,
  callbacks: watch(toy, { inputs: ['left', 'right'], outputs: ['sum'] }),
});`;

type Kind = 'curve' | 'network' | 'matrix' | 'confusion';

function figure(page: Page, kind: Kind): Locator {
  return outputOf(cell(page, 'load')).locator(`figure[data-figure="${kind}"]`);
}

function scrubber(of: Locator): Locator {
  return of.getByRole('slider');
}

/** The bar that moves all figures of the training through time. */
function timeBar(page: Page): Locator {
  return outputOf(cell(page, 'load')).getByRole('group', { name: 'Steps of 2 figures' });
}

/** The sentence that says what a figure shows now. */
function sentence(of: Locator, beginning: RegExp): Locator {
  return of.getByRole('paragraph').filter({ hasText: beginning }).first();
}

async function train(page: Page): Promise<void> {
  await startReading(page);
  await runCode(page, 'load', TRAINING);
  for (const kind of ['curve', 'network'] as const) {
    await expect(figure(page, kind)).toHaveAttribute('data-step', `${EPOCHS}`);
  }
}

/** How many colours a picture has, counted in the page. */
function colours(page: Page, png: Buffer): Promise<number> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer;
    return new Set(new Uint32Array(pixels ?? new ArrayBuffer(0))).size;
  }, png.toString('base64'));
}

async function download(page: Page, press: Locator): Promise<[Download, Buffer]> {
  const [file] = await Promise.all([page.waitForEvent('download'), press.click()]);
  return [file, await readFile(await file.path())];
}

test('training draws a curve and a network, to be scrubbed through by keyboard', async ({
  page,
}) => {
  await train(page);
  for (const kind of ['curve', 'network'] as const) {
    const one = figure(page, kind);
    await expect(one.locator('canvas')).toBeVisible();
    const last = sentence(one, /^After epoch 12 the/);
    await expect(last).toBeVisible();
    const words = await last.textContent();

    await scrubber(timeBar(page)).focus();
    await page.keyboard.press('ArrowLeft');
    // Every epoch is a point of the curve; of the network's, those that fast training let through.
    await expect(one).toHaveAttribute('data-step', kind === 'curve' ? '11' : /^([1-9]|1[01])$/);
    const earlier = (await one.getAttribute('data-step')) ?? '';
    await expect(sentence(one, new RegExp(`^After epoch ${earlier} of 12 the`))).toBeVisible();
    await expect(scrubber(timeBar(page))).toHaveAttribute('aria-valuetext', 'epoch 11 of 12');
    await page.keyboard.press('Home');
    const first = await one.getAttribute('data-step');
    expect(Number(first)).toBeLessThanOrEqual(1);
    await expect(sentence(one, new RegExp(`^After epoch ${first ?? ''} of 12 the`))).toBeVisible();
    await button(timeBar(page), 'Latest').click();
    await expect(one).toHaveAttribute('data-step', '12');
    await expect(last).toHaveText(words ?? '');
  }
});

test('a drawing changes with its step', async ({ page }) => {
  await train(page);
  const one = figure(page, 'network');
  await one.scrollIntoViewIfNeeded();
  const drawn = () =>
    one.locator('canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const last = await drawn();
  await scrubber(timeBar(page)).press('Home');
  await expect.poll(drawn).not.toBe(last);
  await scrubber(timeBar(page)).press('End');
  await expect.poll(drawn).toBe(last);
});

test('play goes from the first step to the last', async ({ page }) => {
  await train(page);
  const one = figure(page, 'curve');
  const bar = timeBar(page);
  await scrubber(bar).press('Home');
  await one.evaluate((element) => {
    const steps: string[] = [];
    new MutationObserver(() => steps.push(element.getAttribute('data-step') ?? '')).observe(
      element,
      { attributeFilter: ['data-step'] },
    );
    Object.assign(window, { steps });
  });
  await button(bar, 'Play').click();
  await expect(button(bar, 'Play')).toBeVisible();
  await expect(one).toHaveAttribute('data-step', `${EPOCHS}`);
  const steps = await page.evaluate(() => (window as unknown as { steps: string[] }).steps);
  expect(steps.map(Number)).toEqual(Array.from({ length: EPOCHS - 1 }, (_, i) => i + 2));
});

test('the table has the numbers of the sentence', async ({ page }) => {
  await train(page);
  const one = figure(page, 'curve');
  await scrubber(timeBar(page)).press('ArrowLeft');
  await button(one, 'Table').click();
  const table = one.getByRole('table');
  await expect(table.getByRole('columnheader').first()).toHaveText('epoch');
  const names = await table.getByRole('columnheader').allTextContents();
  expect([...names].sort()).toEqual(['acc', 'epoch', 'loss', 'val_acc', 'val_loss']);
  const row = table
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: '11', exact: true }) });
  const said = (await sentence(one, /^After epoch 11 of 12 the/).textContent()) ?? '';
  for (const number of (await row.getByRole('cell').allTextContents()).slice(1)) {
    expect(said).toContain(number);
  }
  await button(one, 'Table').click();
  await expect(table).toHaveCount(0);
});

test('a figure is saved as a picture and as numbers', async ({ page }) => {
  await train(page);
  for (const kind of ['curve', 'network'] as const) {
    const [file, png] = await download(page, button(figure(page, kind), 'PNG'));
    expect(file.suggestedFilename()).toMatch(/epoch-12\.png$/);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(await colours(page, png), `colours of the ${kind}`).toBeGreaterThan(20);
  }
  const [file, csv] = await download(page, button(figure(page, 'curve'), 'CSV'));
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  const [head = '', ...rows] = csv.toString('utf8').trim().split(/\r?\n/);
  expect(head.replace('\uFEFF', '').split(',')[0]).toBe('epoch');
  expect(rows).toHaveLength(EPOCHS);
  for (const row of rows) {
    const numbers = row.split(',').map(Number);
    expect(numbers).toHaveLength(5);
    expect(numbers.every(Number.isFinite)).toBe(true);
  }
  const [, weights] = await download(page, button(figure(page, 'network'), 'CSV'));
  // 2·6 + 6·1 weights, 6 + 1 biases, and the head.
  expect(weights.toString('utf8').trim().split(/\r?\n/)).toHaveLength(12 + 6 + 7 + 1);
});

test('the arrow keys read values from the drawings', async ({ page }) => {
  await train(page);
  const network = figure(page, 'network');
  await network.locator('canvas').focus();
  await page.keyboard.press('ArrowRight');
  await expect(network.getByText(/^left: strongest to/)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(network.getByText(/^right: strongest to/)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(network.getByText(/: bias [+−0-9.]+; strongest inputs (left|right) /)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(network.getByText(/strongest inputs/)).toHaveCount(0);

  const curve = figure(page, 'curve');
  await curve.locator('canvas').focus();
  await page.keyboard.press('End');
  await expect(
    curve.getByText(/^epoch 12: training loss 0\.\d+, validation loss 0\.\d+/),
  ).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(curve.getByText(/^epoch 11: /)).toBeVisible();
});

test('a pointer on a drawing reads it, too', async ({ page }) => {
  await train(page);
  const canvas = figure(page, 'curve').locator('canvas');
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  await canvas.hover({ position: { x: 60, y: (box?.height ?? 0) / 2 } });
  await expect(figure(page, 'curve').getByText(/^epoch \d+: training /)).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(figure(page, 'curve').getByText(/^epoch \d+: training /)).toHaveCount(0);
});

test('matrix and confusion matrix are drawn, said and read', async ({ page }) => {
  await startReading(page);
  await runCode(
    page,
    'load',
    `show.matrix([[1, -0.5], [0.25, 0]], { title: 'Small', rows: ['a', 'b'], columns: ['c', 'd'] });
show.confusion([0, 0, 0, 1, 1], [0, 0, 1, 1, 1], { labels: ['no', 'yes'], title: 'Test' });`,
  );
  const matrix = figure(page, 'matrix');
  await matrix.locator('canvas').focus();
  await page.keyboard.press('Home');
  await expect(matrix.getByText(/^a, c: 1\.000$/)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(matrix.getByText(/^a, d: −0\.500$/)).toBeVisible();
  const confusion = figure(page, 'confusion');
  await expect(confusion).toContainText('Of 5 cases 4 are predicted right, an accuracy of 0.800');
  await button(confusion, 'Table').click();
  const rows = confusion.getByRole('table').getByRole('row');
  await expect(rows.nth(1).getByRole('cell')).toHaveText(['no', '2', '1', '3', '0.667']);
  await expect(rows.nth(2).getByRole('cell')).toHaveText(['yes', '0', '2', '2', '1']);
});

test('a figure of thousands of steps keeps a bounded number of them, to go through and compare', async ({
  page,
}) => {
  await startReading(page);
  await runCode(
    page,
    'load',
    `const losses = watch.series({ title: 'Loss' });
for (let step = 1; step <= 5000; step++) losses.add(step, { loss: 1 / step });`,
  );
  const one = figure(page, 'curve');
  await expect(one).toHaveAttribute('data-step', '5000');
  const frames = Number(await scrubber(one).getAttribute('max')) + 1;
  expect(frames).toBeGreaterThan(50);
  expect(frames).toBeLessThanOrEqual(240);
  // Two steps must not be a hair apart.
  const width = async () => (await scrubber(one).boundingBox())?.width ?? 0;
  const atTheEnd = await width();
  expect(atTheEnd).toBeGreaterThanOrEqual(160);
  await scrubber(one).press('Home');
  await expect(one).toHaveAttribute('data-step', '1');
  await expect(button(one, 'Latest')).toBeVisible();
  expect(await width()).toBe(atTheEnd);

  await button(one, 'Compare').click();
  await expect(one.getByText('A stays at step 1; the slider moves B.')).toBeVisible();
  await scrubber(one).press('End');
  await expect(one).toHaveAttribute('data-beside', '1');
  await expect(one).toHaveAttribute('data-step', '5000');
  await expect(one.locator('canvas')).toHaveCount(2);
  await button(one, 'End comparing').click();
  await expect(one.locator('canvas')).toHaveCount(1);
});

test('the page stays responsive while a network trains and is drawn', async ({ page }) => {
  await startReading(page);
  await page.evaluate(() => {
    const gaps: number[] = [];
    let last = performance.now();
    const tick = (now: number) => {
      gaps.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(window, { gaps });
  });
  const one = cell(page, 'train');
  await one.scrollIntoViewIfNeeded();
  await page.evaluate(() => ((window as unknown as { gaps: number[] }).gaps.length = 0));
  await runCell(one, { timeout: 40_000 });
  await expect(one.locator('figure')).toHaveCount(2);
  const gaps = await page.evaluate(() => (window as unknown as { gaps: number[] }).gaps);
  gaps.sort((a, b) => a - b);
  const at = (share: number) => gaps[Math.floor(share * (gaps.length - 1))] ?? Infinity;
  expect(gaps.length).toBeGreaterThan(20);
  // Bounds for a busy machine of two cores; a page that waits for the training would miss them by seconds.
  expect(at(0.5), 'the middle gap between two frames').toBeLessThan(100);
  expect(at(1), 'the longest gap between two frames').toBeLessThan(1_000);
});
