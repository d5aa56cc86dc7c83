import { cell, runCell } from './support/lesson';
import { expect, test } from './support/test';

test('a reader steps through a convolution and paints a kernel', async ({ page }) => {
  await page.goto('/learn/convolutional-networks');
  await expect(page.getByRole('button', { name: 'Run all' })).toBeEnabled();

  const step = cell(page, 'step');
  await runCell(step);
  const stepper = step.locator('[data-figure="convolution"]');
  await expect(stepper).toContainText(
    'over 28 by 28 numbers with stride 1, padding valid gives 26 by 26',
  );
  await stepper.getByLabel('same').check();
  await stepper.getByRole('slider', { name: 'Stride' }).fill('2');
  await expect(stepper).toContainText('with stride 2, padding same gives 14 by 14');
  // The sum is written out, and follows the window.
  await expect(stepper.locator('.katex').first()).toBeVisible();
  const slider = stepper.getByRole('slider', { name: 'Window' });
  await slider.fill('0');
  await stepper.getByRole('button', { name: 'Play: Window' }).click();
  await expect(slider).not.toHaveValue('0');

  const paint = cell(page, 'paint');
  await runCell(paint);
  const painter = paint.locator('[data-figure="kernel"]');
  await painter.getByRole('combobox', { name: 'Kernel' }).selectOption('sharpen');
  await expect(painter).toContainText('“sharpen”, 3 by 3 with weights that add up to 1.000');
  await painter.getByRole('slider', { name: 'Weight in row 2, column 2' }).fill('7');
  await expect(painter).toContainText('add up to 3.000');
  await painter.getByRole('button', { name: 'Reset the kernel' }).click();
  await expect(painter).toContainText('add up to 1.000');
});
