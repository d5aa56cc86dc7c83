import { test } from '@playwright/test';
import { trainWithEveryOptimizer } from './support/optimizers';

for (const device of ['cpu', 'wasm', 'webgl'] as const) {
  test(`every optimizer trains by its formula on ${device}`, async ({ page }) => {
    test.setTimeout(180_000);
    await trainWithEveryOptimizer(page, device);
  });
}
