import { expect, test } from '@playwright/test';
import {
  MODES,
  cell,
  chooseDevice,
  codeOf,
  openLesson,
  outputOf,
  replaceCode,
  runCell,
  waitForDevice,
  waitForState,
} from './support/lesson';

/** A promise of SECURITY.md: a dead sandbox is noticed, said and replaced within 3 s. */
const NOTICED_MS = 3_000;
const LOSE = "(tf.backend() as any).gpgpu.gl.getExtension('WEBGL_lose_context').loseContext();";

for (const mode of MODES) {
  test(`a lost graphics context is told of, and the lesson goes on, in ${mode} mode`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    await openLesson(page, { mode, baseURL });
    await chooseDevice(page, 'webgl');
    await replaceCode(page, 'load', 'const kept = tf.tensor1d([1, 2, 3]);\nkept.print();');
    const load = cell(page, 'load');
    await runCell(load);
    await waitForDevice(page, 'webgl');
    // What was computed before is gone with the context; what waits for the device would wait for ever.
    await replaceCode(
      page,
      'missing',
      `kept.square().dataSync();\n${LOSE}\nawait new Promise(() => {});`,
    );
    const missing = cell(page, 'missing');
    await missing.getByRole('button', { name: 'Run' }).click();
    const message = page.getByRole('status').filter({ hasText: 'graphics context was lost' });
    await expect(message).toBeVisible({ timeout: NOTICED_MS });
    await waitForState(missing, 'error', NOTICED_MS);
    await expect(outputOf(missing)).toContainText('graphics context was lost');
    await waitForState(load, 'stale');

    await load.getByRole('button', { name: 'Reset' }).click();
    await missing.getByRole('button', { name: 'Reset' }).click();
    // Software draws slowly, and the whole lesson on it has a test of its own.
    const train = await codeOf(cell(page, 'train'));
    await replaceCode(page, 'train', train.replace('epochs: 30', 'epochs: 1'));
    for (const long of ['logistic', 'spread']) await replaceCode(page, long, '1;');
    await page.getByRole('button', { name: 'Run all' }).click();
    await waitForState(cell(page, 'spread'), 'done', 60_000);
    await waitForDevice(page, 'webgl');
    await expect(page.locator('[data-cell]:not([data-state="done"])')).toHaveCount(0);
  });
}

test('a context that is lost between two runs does not hang the next', async ({ page }) => {
  await openLesson(page);
  await chooseDevice(page, 'webgl');
  await replaceCode(page, 'load', `tf.ones([4]).dataSync();\nsetTimeout(() => { ${LOSE} });`);
  await runCell(cell(page, 'load'));
  await expect(page.getByRole('status').filter({ hasText: 'was lost' })).toBeVisible({
    timeout: NOTICED_MS,
  });
  await replaceCode(page, 'missing', 'tf.ones([4]).sum();');
  await runCell(cell(page, 'missing'));
  await waitForDevice(page, 'webgl');
  await expect(outputOf(cell(page, 'missing'))).toContainText('4');
});

test('a device that is not there falls back with a word', async ({ page }) => {
  await openLesson(page);
  await chooseDevice(page, 'webgpu');
  await replaceCode(page, 'load', 'tf.ones([4]).sum();');
  await runCell(cell(page, 'load'));
  await waitForDevice(page, 'wasm');
  const menu = page.locator('[data-device]');
  await expect(menu.locator('summary')).toContainText('fall-back');
  await menu.locator('summary').click();
  await expect(menu).toContainText(/WebGPU is not available: .+, so this runs on WebAssembly\./);
  await expect(menu.getByRole('radio', { name: 'WebGPU' })).toBeChecked();
});
