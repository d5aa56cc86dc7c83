import { expect, test } from '@playwright/test';
import { cell, chooseDevice, openLesson, waitForState } from './support/lesson';
import { linesOf, runAll, runTheNetwork, runWholeLesson } from './support/lesson-results';
import { expectAsRecorded, recordedUpTo } from './support/recorded';

const SLUG = 'neural-networks';
const LIMIT_MS = { wasm: 60_000, cpu: 120_000, webgl: 240_000 };

test('the lesson runs to its end on cpu', async ({ page }) => {
  test.setTimeout(LIMIT_MS.cpu + 60_000);
  await runWholeLesson(page, 'cpu', LIMIT_MS.cpu);
});

test('the lesson’s network trains and is looked into on webgl', async ({ page }) => {
  test.setTimeout(LIMIT_MS.webgl + 60_000);
  await runTheNetwork(page, 'webgl', LIMIT_MS.webgl);
});

test('a lesson says what was recorded, and the same on every run and after Restart', async ({
  page,
}) => {
  test.setTimeout(3 * LIMIT_MS.wasm);
  await openLesson(page);
  await chooseDevice(page, 'wasm');
  await runAll(page, LIMIT_MS.wasm);
  const first = await linesOf(page);
  await runAll(page, LIMIT_MS.wasm);
  expect(await linesOf(page)).toEqual(first);
  await page.getByRole('button', { name: 'Restart' }).click();
  await waitForState(cell(page, 'train'), 'stale');
  await runAll(page, LIMIT_MS.wasm);
  expect(await linesOf(page)).toEqual(first);
  // It was recorded on this device; comparing leaves the page.
  await expectAsRecorded(page, SLUG, recordedUpTo(SLUG, Infinity).cells);
});
