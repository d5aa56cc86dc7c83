import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { cell } from './support/lesson';
import { button, runCode, startReading } from './support/reader';
import { expect, test } from './support/test';

const training = (rate: number, epochs: number) => `const toy = tf.sequential();
toy.add(tf.layers.dense({ units: 4, inputShape: [2] }));
toy.compile({ optimizer: tf.train.sgd(${rate}), loss: 'meanSquaredError' });
const points = tf.randomNormal([64, 2], 0, 1, 'float32', 3);
await toy.fit(points, tf.zeros([64, 4]), { epochs: ${epochs}, callbacks: watch(toy) });`;

const runs = (page: Page) => cell(page, 'load').locator('[data-runs]');
const row = (page: Page, number: number) =>
  runs(page)
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox', { name: `Draw run ${number}` }) });

test('runs are kept with their settings, to be compared, named, exported and deleted', async ({
  page,
}) => {
  await startReading(page);
  await runCode(page, 'load', training(0.1, 3));
  await button(runs(page), 'Trainings (1)').click();
  await expect(runs(page)).toContainText('learningRate 0.1');
  await runCode(page, 'load', training(0.01, 3));

  await expect(button(runs(page), 'Trainings (2)')).toBeVisible();
  // What differs is a column, what does not is said once.
  await expect(runs(page).getByRole('columnheader', { name: 'learningRate' })).toBeVisible();
  await expect(row(page, 1)).toContainText('0.1');
  await expect(row(page, 2)).toContainText('0.01 (changed)');
  await expect(runs(page)).toContainText(/The same in all: layers dense.* page’s seed \d+/);
  await expect(runs(page).locator('figure')).toContainText('run 2 from');

  const name = runs(page).getByRole('textbox', { name: 'Name of run 1' });
  await name.fill('fast');
  await name.press('Enter');
  await expect(runs(page).locator('figure')).toContainText('run 1: fast from');
  await button(runs(page), 'Pin run 1').click();
  await expect(button(runs(page), 'Pin run 1')).toHaveAttribute('aria-pressed', 'true');

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    button(runs(page), 'Export CSV').click(),
  ]);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split(/\r?\n/);
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('learningRate');
  expect(lines[1]).toMatch(/^1,fast,/);

  const [curves] = await Promise.all([
    page.waitForEvent('download'),
    button(runs(page), 'Curves as CSV').click(),
  ]);
  const points = (await readFile(await curves.path(), 'utf8')).trim().split(/\r?\n/);
  expect(points[0]).toBe('run,name,epoch,loss');
  expect(points.slice(1).map((line) => line.split(',').slice(0, 3).join())).toEqual([
    ...['1,fast,1', '1,fast,2', '1,fast,3', '2,,1', '2,,2', '2,,3'],
  ]);

  // What can be done with a run stays in sight, however far its numbers go.
  const size = page.viewportSize();
  await page.setViewportSize({ width: 375, height: 720 });
  await row(page, 2).getByRole('cell').last().scrollIntoViewIfNeeded();
  for (const act of ['Pin run 2', 'Delete run 2']) {
    await expect(button(runs(page), act)).toBeInViewport({ ratio: 1 });
  }
  await expect(runs(page).getByRole('textbox', { name: 'Name of run 2' })).toBeInViewport({
    ratio: 1,
  });
  if (size !== null) await page.setViewportSize(size);

  await button(runs(page), 'Delete run 2').click();
  await expect(button(runs(page), 'Trainings (1)')).toBeVisible();
  await button(runs(page), 'Undo').click();
  await expect(row(page, 2)).toBeVisible();

  // On the next visit they are there, and counting goes on.
  await page.reload();
  await runCode(page, 'load', training(0.01, 2));
  await button(runs(page), 'Trainings (3)').click();
  await expect(row(page, 3)).toContainText('2 (changed)');
  await expect(runs(page).getByRole('textbox', { name: 'Name of run 1' })).toHaveValue('fast');
});
