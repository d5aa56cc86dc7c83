import { test } from '@playwright/test';
import { trainWithEveryOptimizer } from './support/optimizers';

test('every optimizer trains by its formula on webgpu', async ({ page }) => {
  test.setTimeout(180_000);
  await trainWithEveryOptimizer(page, 'webgpu');
});
