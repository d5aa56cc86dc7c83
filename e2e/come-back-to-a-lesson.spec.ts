import type { Page } from '@playwright/test';
import { violations } from './support/axe';
import { lineIn, replaceCodes, stateOf } from './support/cells';
import {
  codeShown,
  comes,
  dialog,
  goes,
  noticeOf,
  openHistory,
  readAgainWith,
} from './support/kept';
import { cell, codeOf, outputOf, runCell, waitForState } from './support/lesson';
import { button, codeIn, runCode, scrollsSideways, startReading } from './support/reader';
import { expect, test } from './support/test';

test.describe('the lesson’s code has changed since', () => {
  const MINE = { cell: 'load', code: '"mine"', original: '"of the old lesson"' };
  const notice = (page: Page) => noticeOf(cell(page, 'load'), 'outdated');
  let now: string;

  test.beforeEach(async ({ page }) => {
    await readAgainWith(page, [MINE]);
    await expect(notice(page)).toBeVisible();
    await expect(codeShown(page, 'load')).toHaveText(MINE.code);
    now = await page.evaluate(async () => {
      const text = await (await fetch(location.href)).text();
      const lesson = new DOMParser().parseFromString(text, 'text/html');
      return lesson.querySelector('[data-cell="load"] [data-cell-code] code')?.textContent ?? '';
    });
    expect(now).toContain('data.pima()');
  });

  test('and the reader compares theirs with the new, and the new with the old', async ({
    page,
  }) => {
    await expect(notice(page).getByRole('status')).toHaveText(
      'The lesson’s code of this cell has changed since you edited it.',
    );
    expect(await violations(page, '[data-cell="load"]')).toEqual([]);
    await button(notice(page), 'Compare').click();
    await expect(dialog(page).getByRole('heading', { level: 3 })).toHaveText([
      'Yours and the new',
      'What changed in the lesson',
    ]);
    await expect(goes(dialog(page))).toHaveText([MINE.code, MINE.original]);
    for (const at of [0, 1]) await expect(comes(dialog(page)).nth(at)).toContainText('data.pima()');
    expect(await violations(page, 'dialog')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await expect(button(notice(page), 'Compare')).toBeFocused();
    await expect(codeShown(page, 'load')).toHaveText(MINE.code);
  });

  test('and the reader keeps theirs, and is not asked again', async ({ page }) => {
    await button(notice(page), 'Keep mine').click();
    await expect(notice(page)).toHaveCount(0);
    await expect(codeIn(cell(page, 'load'))).toBeFocused();
    await startReading(page);
    await expect(codeShown(page, 'load')).toHaveText(MINE.code);
    await expect(button(cell(page, 'load'), 'History')).toBeVisible();
    await expect(notice(page)).toHaveCount(0);
    await button(cell(page, 'load'), 'Reset').click();
    expect(await codeOf(cell(page, 'load'))).toBe(now.replace(/\n$/, ''));
  });

  test('and the reader takes the new one; theirs is in the history', async ({ page }) => {
    await button(notice(page), 'Take the new one').click();
    await expect(notice(page)).toHaveCount(0);
    await expect(codeShown(page, 'load')).toHaveText(now);
    const history = await openHistory(page, 'load');
    await expect(comes(history)).toHaveText(MINE.code);
    await startReading(page);
    await expect(button(cell(page, 'load'), 'History')).toBeVisible();
    await expect(codeShown(page, 'load')).toHaveText(now);
    await expect(notice(page)).toHaveCount(0);
  });

  test('and an edit decides nothing: the question stays', async ({ page }) => {
    await runCode(page, 'load', '"mine, and more"');
    await expect(notice(page)).toBeVisible();
    await startReading(page);
    await expect(notice(page)).toBeVisible();
    await expect(codeShown(page, 'load')).toHaveText('"mine, and more"');
  });
});

test('a lesson that has become what the reader wrote asks nothing', async ({ page }) => {
  await startReading(page);
  const code = await codeOf(cell(page, 'load'));
  await readAgainWith(page, [
    { cell: 'load', code, original: 'old()' },
    { cell: 'missing', code: '"mine"', original: 'old()' },
  ]);
  await expect(noticeOf(cell(page, 'missing'), 'outdated')).toBeVisible();
  await expect(noticeOf(cell(page, 'load'), 'outdated')).toHaveCount(0);
  await expect(button(cell(page, 'load'), 'Reset')).toBeDisabled();
});

test.describe('code of a cell that is gone', () => {
  const GONE = [
    { cell: 'gone', code: 'const kept = 1;\nkept', original: 'const old = 1;' },
    { cell: 'also-gone', code: '"also"', original: '"old"' },
    { cell: 'never-changed', code: '"old"', original: '"old"' },
  ];
  const list = (page: Page) =>
    page.getByRole('region', { name: 'Code of yours whose cell is gone' });

  for (const [screen, width] of [
    ['wide', 1280],
    ['narrow', 320],
  ] as const) {
    test(`is listed at the end of the lesson on a ${screen} screen`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await readAgainWith(page, GONE);
      await expect(list(page).locator('summary')).toHaveCount(2);
      const first = list(page).locator('details').filter({ hasText: 'Cell “gone”' });
      await first.locator('summary').click();
      await expect(first.getByRole('group', { name: 'Your code of gone' })).toHaveText(
        GONE[0]!.code,
      );
      expect(await scrollsSideways(page)).toBe(false);
      expect(await violations(page, 'section[aria-labelledby="left-codes"]')).toEqual([]);
    });
  }

  test('is copied, and removed for good', async ({ context, page }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await readAgainWith(page, GONE);
    const first = list(page).locator('details').filter({ hasText: 'Cell “gone”' });
    await first.locator('summary').click();
    await button(first, 'Copy').click();
    await expect(first.getByRole('status')).toHaveText('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(GONE[0]!.code);
    await button(first, 'Remove').click();
    await expect(list(page).locator('summary')).toHaveCount(1);
    await expect(list(page).locator('summary')).toBeFocused();
    await startReading(page);
    await expect(list(page).locator('summary')).toHaveText(/^Cell “also-gone”/);
  });
});

const EPOCHS = 4;
const SHOWN = `const rate = input.slider('Learning rate', { min: 0, max: 10, step: 1, value: 3 });
show.text('written by hand');
show.table([{ animal: 'heron', legs: 2 }, { animal: 'newt', legs: 4 }], { caption: 'Two animals' });`;
const TRAINED = `const toy = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
toy.compile({ optimizer: tf.train.sgd(0.05), loss: 'meanSquaredError' });
const points = tf.randomNormal([40, 2], 0, 1, 'float32', 3);
await toy.fit(points, points.sum(1, true), { epochs: ${EPOCHS}, callbacks: watch(toy) });`;
const EARLIER = /^From your earlier visit, \w+ \d+, \d{4}, [\d:]+.[AP]M\. Run to make it anew\.$/;

test.describe('what the cells show', () => {
  const mark = (page: Page, id: string) => cell(page, id).locator('[data-earlier]');
  const slider = (page: Page) => cell(page, 'load').getByRole('slider', { name: 'Learning rate' });
  const curve = (page: Page) =>
    outputOf(cell(page, 'missing')).locator('figure[data-figure="curve"]');

  test('is there after a reload, marked, until a run makes it anew', async ({ page }) => {
    await startReading(page);
    await replaceCodes(page, { load: SHOWN, missing: TRAINED });
    await runCell(cell(page, 'load'));
    await runCell(cell(page, 'missing'));
    await slider(page).fill('7');
    await expect(slider(page)).toHaveAttribute('aria-valuetext', '7');
    await expect(curve(page)).toHaveAttribute('data-step', `${EPOCHS}`);
    await expect(mark(page, 'load')).toHaveCount(0);

    await startReading(page);
    for (const id of ['load', 'missing']) {
      await expect(mark(page, id)).toHaveText(EARLIER);
      await waitForState(cell(page, id), 'stale');
      await expect(stateOf(cell(page, id))).toContainText('from an earlier visit');
    }
    await expect(lineIn(cell(page, 'load'), 'written by hand')).toBeVisible();
    const table = outputOf(cell(page, 'load')).getByRole('table', { name: 'Two animals' });
    await expect(table.getByRole('row')).toHaveText(['animallegs', 'heron2', 'newt4']);
    await expect(slider(page)).toHaveAttribute('aria-valuetext', '7');
    await expect(curve(page)).toHaveAttribute('data-step', `${EPOCHS}`);
    await expect(curve(page).locator('canvas')).toBeVisible();
    await expect(curve(page)).toContainText(`After epoch ${EPOCHS}`);
    expect(await violations(page, '[data-cell="load"]')).toEqual([]);

    await runCell(cell(page, 'load'));
    await expect(mark(page, 'load')).toHaveCount(0);
    await expect(slider(page)).toHaveAttribute('aria-valuetext', '7');
    await expect(mark(page, 'missing')).toHaveText(EARLIER);
    await waitForState(cell(page, 'missing'), 'stale');
  });

  test('is there after two reloads, with an error and its line', async ({ page }) => {
    await startReading(page);
    await runCode(page, 'load', 'show.text("before");\nnowhere;', 'error');
    await startReading(page);
    await startReading(page);
    const load = cell(page, 'load');
    await expect(mark(page, 'load')).toHaveText(EARLIER);
    await expect(outputOf(load)).toContainText('nowhere');
    await expect(load).not.toHaveAttribute('data-state', 'error');
    await expect(lineIn(load, 'before')).toBeVisible();
  });

  test('is not taken for what edited code gives', async ({ page }) => {
    await startReading(page);
    await runCode(page, 'load', 'show.text("of the first code")');
    await replaceCodes(page, { load: 'show.text("of the second code")' });
    await startReading(page);
    await expect(codeShown(page, 'load')).toHaveText('show.text("of the second code")');
    await expect(lineIn(cell(page, 'load'), 'of the first code')).toBeVisible();
    await waitForState(cell(page, 'load'), 'stale');
  });
});

test.describe('Start over', () => {
  const startOver = (page: Page) => button(page, 'Start over').first();

  test('is not offered where there is nothing to forget', async ({ page }) => {
    await startReading(page);
    await expect(button(page, 'Start over')).toHaveCount(0);
    await runCell(cell(page, 'load'));
    await expect(button(page, 'Start over')).toHaveCount(1);
  });

  test('forgets code and outputs after a question, and keeps the history', async ({ page }) => {
    await startReading(page);
    const original = await codeOf(cell(page, 'load'));
    await runCode(page, 'load', '"mine"');
    await startOver(page).click();
    await expect(dialog(page)).toHaveAccessibleName('Start this lesson over?');
    expect(await violations(page, 'dialog')).toEqual([]);
    await button(dialog(page), 'Leave it as it is').click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(startOver(page)).toBeFocused();
    await expect(codeShown(page, 'load')).toHaveText('"mine"');

    await startOver(page).click();
    await button(dialog(page), 'Start over').click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.locator('#main')).toBeFocused();
    for (const visit of ['this', 'the next']) {
      await test.step(`in ${visit} visit`, async () => {
        await expect(codeShown(page, 'load')).toHaveText(original);
        await waitForState(cell(page, 'load'), 'idle');
        // As for a reader who has never run it.
        await expect(outputOf(cell(page, 'load'))).toContainText(/^Recorded on .*glucose/);
        await expect(outputOf(cell(page, 'load'))).not.toContainText('mine');
        const history = await openHistory(page, 'load');
        await expect(comes(history)).toHaveText('"mine"');
        await startReading(page);
      });
    }
    await runCell(cell(page, 'load'));
    await expect(outputOf(cell(page, 'load'))).toContainText('268 of 768');
  });
});

test.describe('a cell that ran away', () => {
  test('does not run by itself after a reload, nor what made it', async ({ page }) => {
    await startReading(page);
    await replaceCodes(page, {
      load: SHOWN,
      missing: 'if (rate > 5) while (true) {}\nshow.text("rate " + rate);',
      split: '"unharmed"',
    });
    await runCell(cell(page, 'missing'));
    await expect(lineIn(cell(page, 'missing'), 'rate 3')).toBeVisible();
    await cell(page, 'load').getByRole('slider', { name: 'Learning rate' }).fill('7');
    await waitForState(cell(page, 'missing'), 'running');

    await startReading(page);
    // By then a cell that runs by itself would have begun.
    await runCell(cell(page, 'split'));
    await waitForState(cell(page, 'missing'), 'stale');
    await expect(button(page, 'Stop all')).toBeDisabled();
    await expect(lineIn(cell(page, 'missing'), 'rate 3')).toBeVisible();
    await expect(codeShown(page, 'missing')).toContainText('while (true)');
  });

  test('that was run by hand keeps its code, and waits', async ({ page }) => {
    await startReading(page);
    await replaceCodes(page, { load: 'while (true) {}', split: '"unharmed"' });
    await button(cell(page, 'load'), 'Run').click();
    await waitForState(cell(page, 'load'), 'running');
    await startReading(page);
    await expect(codeShown(page, 'load')).toHaveText('while (true) {}');
    await runCell(cell(page, 'split'));
    await expect(outputOf(cell(page, 'split'))).toHaveText("'unharmed'");
    await waitForState(cell(page, 'load'), 'idle');
  });
});
