import { badge, SMALL, train, trainedOn } from './support/training';
import { chooseDevice, openLesson, waitForDevice } from './support/lesson';
import { expect, test } from './support/test';

test.describe.configure({ timeout: 180_000 });

test('WebGPU is used and measured when it is chosen, and compared with WebAssembly', async ({
  page,
}) => {
  await openLesson(page);
  await chooseDevice(page, 'webgpu');
  await train(page, SMALL);
  await trainedOn(page, 'webgpu');
  await waitForDevice(page, 'webgpu');
  await expect(badge(page)).toContainText(/ms a step/);
  await chooseDevice(page, 'auto');
  await train(page);
  await trainedOn(page, 'wasm');
  await expect(badge(page)).toContainText(/[\d.]+x faster than WebGPU/);
});
