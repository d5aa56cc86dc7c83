import { test } from '@playwright/test';
import { runWholeLesson } from './support/lesson-results';

/** A software adapter takes minutes for what a graphics card does in seconds. */
const LIMIT_MS = 600_000;

test('the lesson runs to its end on webgpu', async ({ page }) => {
  test.setTimeout(LIMIT_MS + 60_000);
  await runWholeLesson(page, 'webgpu', LIMIT_MS);
});
