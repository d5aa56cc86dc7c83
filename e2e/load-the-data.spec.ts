import { expect, test } from '@playwright/test';
import { cell, MODES, outputOf, siteOf, waitForState } from './support/lesson';
import { idOf, openNotebook } from './support/notebook';
import { button, leaveEditor, runCode, writeCode } from './support/reader';

const CODE = `const { train, test } = await data.mnist({ train: 100, test: 50 });
const { google, twitter, classes } = await data.emoji({ google: 10, twitter: 5 });
const photo = await data.photograph();
const all = [train.x, test.y, google.x, twitter.y, photo];
const shapes = all.map(({ shape }) => shape.join(' by '));
[...shapes, train.labels.slice(0, 5).join(''), classes.length].join('; ')`;

for (const mode of MODES) {
  test(`digits, emoji and a photograph come as tensors, and belong to the cell (${mode})`, async ({
    page,
    baseURL,
  }) => {
    await openNotebook(page, `${siteOf(baseURL, mode)}/notebook`);
    const id = await idOf(page, 0);
    const output = await runCode(page, id, CODE);
    await expect(output).toContainText('100 by 28 by 28 by 1; 50 by 10; 10 by 64 by 64 by 3');
    await expect(output).toContainText('5 by 10; 1 by 128 by 128 by 1; 50419; 10');
    await expect(cell(page, id)).not.toContainText('leaked');
  });
}

test('a cell says what it is loading, and loads it once', async ({ page }) => {
  let asked = 0;
  let letCome = () => {};
  const mayCome = new Promise<void>((resolve) => (letCome = resolve));
  await page.route('**/sandbox/data/mnist/train-*.bin', async (route) => {
    asked += 1;
    await mayCome;
    await route.continue();
  });
  await openNotebook(page);
  const id = await idOf(page, 0);
  await writeCode(page, id, 'const { train } = await data.mnist({ train: 3, test: 0 });\ntrain.y');
  await page.keyboard.press('Shift+Enter');
  await expect(cell(page, id)).toContainText('loading MNIST, 0.0 of 1.1 MB');
  await expect(cell(page, id).getByRole('progressbar')).toBeVisible();
  letCome();
  await waitForState(cell(page, id), 'done', 30_000);
  await leaveEditor(page, id);
  await button(cell(page, id), 'Run').click();
  await expect(outputOf(cell(page, id))).toContainText('3');
  await waitForState(cell(page, id), 'done', 30_000);
  expect(asked).toBe(1);
});

test('without a connection a cell says what to do, and works when it is back', async ({ page }) => {
  await openNotebook(page);
  const id = await idOf(page, 0);
  // The worker is up before the connection goes.
  await runCode(page, id, '1');
  await page.route('**/sandbox/data/mnist/**', (route) => route.abort('internetdisconnected'));
  const code = '(await data.mnist({ train: 3, test: 0 })).train.length';
  await runCode(page, id, code, 'error');
  await expect(cell(page, id)).toContainText('there is no connection. Check it, then run');
  await page.unrouteAll();
  await runCode(page, id, code);
});

test('a training that has a budget ends in time, and the cell says so', async ({ page }) => {
  await openNotebook(page);
  const id = await idOf(page, 0);
  const code = `let last = 0;
for (const step of budget({ steps: 1_000_000, seconds: 2 })) {
  last = step;
  await new Promise((resolve) => setTimeout(resolve, 50));
}
last < 1000`;
  await writeCode(page, id, code);
  await page.keyboard.press('Shift+Enter');
  await expect(cell(page, id)).toContainText(/of 1000000 steps, at most [12] s left/);
  await waitForState(cell(page, id), 'done', 20_000);
  await expect(outputOf(cell(page, id))).toContainText('of 1000000 steps, to end within 2 s');
  await expect(outputOf(cell(page, id))).toContainText('true');
});
