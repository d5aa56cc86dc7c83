import type { Locator, Page } from '@playwright/test';
import { lineIn, openMore, replaceCodes, stateOf } from './support/cells';
import { cell, replaceCode, runCell, waitForState } from './support/lesson';
import { button, startReading } from './support/reader';
import { expect, test } from './support/test';

test.describe.configure({ timeout: 90_000 });

/*
 * One weight w, from 0, that has to become 1. With this rate each step halves what is missing, so the loss, which is
 * its square, is a quarter of the one before. All of these are exact in 32 bits.
 */
const BUILD = `const net = tf.sequential({
  layers: [tf.layers.dense({ units: 1, inputShape: [1], useBias: false, kernelInitializer: 'zeros' })],
});
net.compile({ optimizer: tf.train.sgd(0.25), loss: 'meanSquaredError' });
const one = tf.ones([1, 1]);`;
const TRAIN = `const { history: log } = await net.fit(one, one, { epochs: 3 });
show.text('loss ' + log.loss.join(' '));`;
const ASK = `{
  const answer = net.predict(one) as tf.Tensor;
  show.text('answers ' + (await answer.data())[0]);
  answer.dispose();
}`;
const FRESH_LOSS = 'loss 1 0.25 0.0625';
/** After three steps, and after six. */
const TRAINED = 'answers 0.875';
const TRAINED_TWICE = 'answers 0.984375';

/** In the order of the lesson: the model, a cell that asks it, the training, another that asks. */
async function openModel(page: Page) {
  await startReading(page);
  await replaceCodes(page, { neuron: BUILD, build: ASK, train: TRAIN, evaluate: ASK });
  return {
    maker: cell(page, 'neuron'),
    before: cell(page, 'build'),
    trainer: cell(page, 'train'),
    after: cell(page, 'evaluate'),
  };
}

async function trainOn(trainer: Locator): Promise<void> {
  const menu = await openMore(trainer);
  await menu.getByRole('button', { name: 'Train on' }).click();
}

test('the bar says whose model a cell trains, and a second run starts anew', async ({ page }) => {
  const { maker, trainer } = await openModel(page);
  await runCell(trainer);
  await expect(lineIn(trainer, FRESH_LOSS)).toBeVisible();
  await expect(stateOf(trainer)).toContainText('trains net of “One neuron, by hand”');
  await waitForState(maker, 'done');
  await runCell(trainer);
  await expect(lineIn(trainer, FRESH_LOSS)).toBeVisible();
  await waitForState(maker, 'done');
  await button(page, 'Map').click();
  await expect(page.getByRole('link', { name: /^Train it, fresh\./ })).toHaveAccessibleName(
    /Trains net of “One neuron, by hand”\./,
  );
});

test('above the training a cell sees the model untrained, below it trained, in any order', async ({
  page,
}) => {
  const { before, trainer, after } = await openModel(page);
  // The training has not run yet, and what stands below it needs it.
  await runCell(after);
  await expect(lineIn(after, TRAINED)).toBeVisible();
  await waitForState(trainer, 'done');
  await runCell(before);
  await expect(lineIn(before, 'answers 0')).toBeVisible();
  await runCell(after);
  await expect(lineIn(after, TRAINED)).toBeVisible();
  await runCell(trainer);
  await expect(lineIn(trainer, FRESH_LOSS)).toBeVisible();
  await runCell(before);
  await expect(lineIn(before, 'answers 0')).toBeVisible();
});

test('train on goes on with the same model and counts; Run begins anew', async ({ page }) => {
  const { trainer, after } = await openModel(page);
  await runCell(after);
  await trainOn(trainer);
  await expect(lineIn(trainer, 'loss 0.015625 0.00390625 0.0009765625')).toBeVisible();
  await expect(stateOf(trainer)).toHaveText(/^trained 2 times\s*on one net$/);
  await waitForState(after, 'stale');
  await expect(stateOf(after)).toContainText('net was trained by “Train it” since');
  await runCell(after);
  await expect(lineIn(after, TRAINED_TWICE)).toBeVisible();
  await expect(stateOf(after)).toHaveText(/^after 2 trainings\s*in “Train it”$/);
  await trainOn(trainer);
  await expect(stateOf(trainer)).toHaveText(/^trained 3 times\s*on one net$/);

  await runCell(trainer);
  await expect(lineIn(trainer, FRESH_LOSS)).toBeVisible();
  await expect(stateOf(trainer)).toContainText('trains net of');
  await waitForState(after, 'stale');
  await runCell(after);
  await expect(lineIn(after, TRAINED)).toBeVisible();
});

test('a training that is edited leaves what stands below it stale', async ({ page }) => {
  const { trainer, after } = await openModel(page);
  await runCell(after);
  await replaceCode(page, 'train', TRAIN.replace('epochs: 3', 'epochs: 1'));
  await waitForState(trainer, 'stale');
  await waitForState(after, 'stale');
  await runCell(after);
  await expect(lineIn(after, 'answers 0.5')).toBeVisible();
  await expect(lineIn(trainer, 'loss 1')).toBeVisible();
  await waitForState(trainer, 'done');
});

test('of two trainings each cell sees those above it', async ({ page }) => {
  const { trainer, after } = await openModel(page);
  await replaceCode(page, 'inside', TRAIN.replace('log', 'second').replace('log', 'second'));
  const second = cell(page, 'inside');
  await runCell(second);
  await expect(lineIn(second, 'loss 0.015625 0.00390625 0.0009765625')).toBeVisible();
  await waitForState(trainer, 'done');
  await runCell(after);
  await expect(lineIn(after, TRAINED)).toBeVisible();
  await runCell(trainer);
  await expect(lineIn(trainer, FRESH_LOSS)).toBeVisible();
  await runCell(second);
  await expect(lineIn(second, 'loss 0.015625 0.00390625 0.0009765625')).toBeVisible();
});

test('a training that is seen only when it runs counts as well', async ({ page }) => {
  const { before, trainer, after } = await openModel(page);
  await replaceCode(
    page,
    'train',
    `const candidates = { first: net };
for (const each of Object.values(candidates)) await each.fit(one, one, { epochs: 3 });`,
  );
  await runCell(trainer);
  await expect(stateOf(trainer)).toContainText('trains net of “One neuron, by hand”');
  await runCell(before);
  await expect(lineIn(before, 'answers 0')).toBeVisible();
  await runCell(after);
  await expect(lineIn(after, TRAINED)).toBeVisible();
});

test('random weights and shuffled batches are the same in each run', async ({ page }) => {
  await startReading(page);
  await replaceCodes(page, {
    neuron: `const net = tf.sequential({
  layers: [
    tf.layers.dense({ units: 8, inputShape: [4], activation: 'relu' }),
    tf.layers.dropout({ rate: 0.2 }),
    tf.layers.dense({ units: 1 }),
  ],
});
net.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
const xs = tf.randomNormal([64, 4]);
const ys = xs.sum(1, true);`,
    train: `const { history: log } = await net.fit(xs, ys, { epochs: 3, batchSize: 8 });
show.text('loss ' + log.loss.join(' '));`,
  });
  const trainer = cell(page, 'train');
  const loss = async () => {
    await runCell(trainer);
    return trainer.locator('[data-output] p').filter({ hasText: /^loss/ }).innerText();
  };
  const first = await loss();
  expect(first).toMatch(/^loss (\d+\.\d{5,} ?){3}$/);
  expect(await loss()).toBe(first);
  await button(page, 'Restart').click();
  await waitForState(trainer, 'stale');
  expect(await loss()).toBe(first);
});

test('a tensor of another cell that is disposed is told, and made anew for who needs it', async ({
  page,
}) => {
  await startReading(page);
  await replaceCodes(page, {
    load: 'const numbers = tf.tensor1d([1, 2, 3]);',
    missing: "show.text('sum ' + (await numbers.sum().data())[0]);",
    split: 'numbers.dispose();',
  });
  const [reader, disposer] = [cell(page, 'missing'), cell(page, 'split')];
  await runCell(disposer);
  await expect(stateOf(disposer)).toContainText('disposes numbers of “Load the data”');
  await runCell(reader);
  await expect(lineIn(reader, 'sum 6')).toBeVisible();
  await runCell(disposer);
  await runCell(reader);
  await expect(lineIn(reader, 'sum 6')).toBeVisible();
});
