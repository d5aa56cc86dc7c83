import { test } from '@playwright/test';
import { runTheNetwork } from './support/lesson-results';

/** A software adapter takes minutes for what a graphics card does in seconds. */
const LIMIT_MS = 600_000;

test('the lesson’s network trains and is looked into on webgpu', async ({ page }) => {
  test.setTimeout(LIMIT_MS + 60_000);
  await runTheNetwork(page, 'webgpu', LIMIT_MS);
});
