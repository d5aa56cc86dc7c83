import type { Page } from '@playwright/test';
import { lineIn, noteLines, openMore, replaceCodes, stateOf } from './support/cells';
import { slider, typeRate } from './support/inputs';
import { cell, outputOf, replaceCode, runCell, waitForState } from './support/lesson';
import { button, startReading } from './support/reader';
import { expect, test } from './support/test';

// Each test first writes the cells by hand.
test.describe.configure({ timeout: 90_000 });

/** A slider in the first cell, and code that reads it in others. */
async function openSteered(page: Page, first: string, codes: Readonly<Record<string, string>>) {
  await startReading(page);
  await replaceCodes(page, { load: first, ...codes });
  await runCell(cell(page, 'load'));
}

test.describe('what a moved input runs', () => {
  const RATE = `const rate = input.slider('Learning rate', { min: 0, max: 100, step: 1, value: 3 });`;

  test('what only looks runs by itself; what trains waits for the reader', async ({ page }) => {
    await openSteered(page, RATE, {
      missing: "show.text('rate ' + rate);",
      split: `const net = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
net.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });`,
      neuron: `await net.fit(tf.ones([4, 1]), tf.ones([4, 1]), { epochs: 1 + (rate % 2) });
show.text('trained at ' + rate);`,
    });
    const [load, missing, trains] = [
      cell(page, 'load'),
      cell(page, 'missing'),
      cell(page, 'neuron'),
    ];
    await runCell(missing);
    await runCell(trains);
    await expect(stateOf(missing)).toContainText('runs by itself');
    await typeRate(load, '8');
    await expect(lineIn(missing, 'rate 8')).toBeVisible();
    await waitForState(missing, 'done');
    await waitForState(load, 'done');
    await waitForState(trains, 'stale');
    await expect(stateOf(trains)).toContainText('Learning rate moved');
    await expect(lineIn(trains, 'trained at 3')).toBeVisible();
    // Back where it was, what was trained follows from the page again.
    await typeRate(load, '3');
    await waitForState(trains, 'done');
    await expect(lineIn(missing, 'rate 3')).toBeVisible();
  });

  test('a cell that makes and trains its own network waits as well', async ({ page }) => {
    await openSteered(page, RATE, {
      missing: "show.text('rate ' + rate);",
      split: `const net = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
net.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
await net.fit(tf.ones([4, 1]), tf.ones([4, 1]), { epochs: 1 + (rate % 2) });
show.text('trained at ' + rate);`,
    });
    const [load, missing, trains] = [
      cell(page, 'load'),
      cell(page, 'missing'),
      cell(page, 'split'),
    ];
    await runCell(missing);
    await runCell(trains);
    await typeRate(load, '8');
    await expect(lineIn(missing, 'rate 8')).toBeVisible();
    await waitForState(missing, 'done');
    await waitForState(trains, 'stale');
    await expect(lineIn(trains, 'trained at 3')).toBeVisible();
  });

  test('the reader may have it otherwise, for each cell', async ({ page }) => {
    await openSteered(page, RATE, { missing: "show.text('rate ' + rate);" });
    const [load, missing] = [cell(page, 'load'), cell(page, 'missing')];
    await runCell(missing);
    const menu = await openMore(missing);
    await menu.getByRole('checkbox', { name: /^Run by itself/ }).uncheck();
    await page.keyboard.press('Escape');
    await typeRate(load, '8');
    await waitForState(missing, 'stale');
    await expect(stateOf(missing)).toContainText('Learning rate moved');
    await expect(lineIn(missing, 'rate 3')).toBeVisible();
    await (await openMore(missing)).getByRole('checkbox', { name: /^Run by itself/ }).check();
    await page.keyboard.press('Escape');
    // It catches up with what it has missed, at once.
    await expect(lineIn(missing, 'rate 8')).toBeVisible();
    await typeRate(load, '9');
    await expect(lineIn(missing, 'rate 9')).toBeVisible();
  });

  test('of many moves the newest wins, and nothing older comes after it', async ({ page }) => {
    await openSteered(page, RATE, {
      missing: `const until = performance.now() + 300;
while (performance.now() < until) {}
show.text('saw ' + rate);`,
    });
    const [load, missing] = [cell(page, 'load'), cell(page, 'missing')];
    await runCell(missing);
    const noted = await noteLines(missing);
    await slider(load).focus();
    const start = Date.now();
    for (let press = 0; press < 40; press++) await page.keyboard.press('ArrowRight');
    const pressed = Date.now() - start;
    await expect(lineIn(missing, 'saw 43')).toBeVisible({ timeout: 20_000 });
    await waitForState(missing, 'done');
    const seen = (await noted()).filter((line) => line.startsWith('saw '));
    const values = seen.map((line) => Number(line.slice(4)));
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(values.at(-1)).toBe(43);
    // One run at a time while the keys came, then the one that was going on, and one for the newest value.
    expect(values.length).toBeLessThanOrEqual(pressed / 300 + 2);
  });

  test('a place is kept when its cell runs again, as long as it fits', async ({ page }) => {
    await openSteered(page, RATE, { missing: "show.text('rate ' + rate);" });
    const [load, missing] = [cell(page, 'load'), cell(page, 'missing')];
    await typeRate(load, '60');
    await runCell(load);
    await expect(slider(load)).toHaveAttribute('aria-valuetext', '60');
    await runCell(missing);
    await expect(lineIn(missing, 'rate 60')).toBeVisible();
    await replaceCode(page, 'load', RATE.replace('max: 100', 'max: 10'));
    await runCell(missing);
    await expect(lineIn(missing, 'rate 3')).toBeVisible();
    await expect(slider(load)).toHaveAttribute('aria-valuetext', '3');
  });

  test('a place survives a reload, and nothing runs by itself then', async ({ page }) => {
    await openSteered(page, RATE, { missing: "show.text('rate ' + rate);" });
    const [load, missing] = [cell(page, 'load'), cell(page, 'missing')];
    await runCell(missing);
    await typeRate(load, '60');
    await expect(lineIn(missing, 'rate 60')).toBeVisible();
    await waitForState(missing, 'done');
    await page.reload();
    await expect(button(page, 'Run all')).toBeEnabled();
    await expect(slider(load)).toHaveAttribute('aria-valuetext', '60');
    await waitForState(load, 'stale');
    await expect(stateOf(load)).toContainText('from an earlier visit');
    await slider(load).press('ArrowRight');
    await waitForState(missing, 'stale');
    await expect(lineIn(missing, 'rate 60')).toBeVisible();
    await runCell(missing);
    await expect(lineIn(missing, 'rate 61')).toBeVisible();
  });
});

test.describe('a run is steered while it goes on', () => {
  const RATE = `const rate = input.slider('Learning rate', { min: 0, max: 10, step: 1, value: 1 });`;
  const NET = `const net = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
net.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const numbers = tf.tensor2d([[1], [2], [3], [4]]);`;
  // Each ends only when it has seen the slider at 5.
  const LOOPS: Record<string, string> = {
    'the callback of a fit': `let last = NaN;
await net.fit(numbers, numbers, {
  epochs: 10_000_000,
  callbacks: {
    onEpochEnd: () => {
      if (rate !== last) show.text('trains at ' + rate);
      last = rate;
      if (rate === 5) net.stopTraining = true;
    },
  },
});
show.text('ended at ' + last);`,
    'a loop that waits for the next frame': `let last = NaN;
while (last !== 5) {
  if (rate !== last) show.text('trains at ' + rate);
  last = rate;
  await net.trainOnBatch(numbers, numbers);
  await tf.nextFrame();
}
show.text('ended at ' + last);`,
    'a loop that awaits its batches alone': `let last = NaN;
while (last !== 5) {
  if (rate !== last) show.text('trains at ' + rate);
  last = rate;
  await net.trainOnBatch(numbers, numbers);
}
show.text('ended at ' + last);`,
  };

  for (const [name, code] of Object.entries(LOOPS)) {
    test(`in ${name}`, async ({ page }) => {
      await openSteered(page, RATE, { build: NET, train: code });
      const [load, train] = [cell(page, 'load'), cell(page, 'train')];
      await button(train, 'Run').click();
      await expect(lineIn(train, 'trains at 1')).toBeVisible();
      await slider(load).press('ArrowRight');
      await expect(lineIn(train, 'trains at 2')).toBeVisible();
      await waitForState(train, 'running');
      await typeRate(load, '5');
      await expect(lineIn(train, 'ended at 5')).toBeVisible();
      await waitForState(train, 'stale');
      await expect(stateOf(train)).toContainText('Learning rate was moved while it ran');

      // From the top, with the slider where it is now.
      await runCell(train);
      await expect(lineIn(train, 'ended at 5')).toBeVisible();
      await expect(outputOf(train)).not.toContainText('trains at 1');
    });
  }
});
