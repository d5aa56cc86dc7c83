import { expect, type Locator, type Page } from '@playwright/test';
import { codeOf, nextValue, writeInto } from './lesson';

export { codeOf };

/** The lesson at whose end the softmax is asked for. */
export const LESSON = '/learn/activation-functions';
export const SOFTMAX = 'stable-softmax';

export const PASSES = `function softmax(logits: tf.Tensor2D): tf.Tensor {
  const powers = logits.sub(logits.max(1, true)).exp();
  return powers.div(powers.sum(1, true));
}`;

/** What everybody writes first. */
export const OVERFLOWS = `function softmax(logits: tf.Tensor2D): tf.Tensor {
  const powers = logits.exp();
  return powers.div(powers.sum(1, true));
}`;

export const exerciseOf = (page: Page, id = SOFTMAX): Locator =>
  page.locator(`section[data-exercise="${id}"]`);

export const press = (of: Locator, name: string): Promise<void> =>
  of.getByRole('button', { name, exact: true }).click();

/** Opens the lesson at its exercise, and waits until its scripts have taken over; `site` for another origin. */
export async function openExercise(page: Page, site = ''): Promise<Locator> {
  await page.goto(`${site}${LESSON}#exercise-${SOFTMAX}`);
  const exercise = exerciseOf(page);
  await expect(exercise.getByRole('button', { name: 'Check' })).toBeEnabled();
  return exercise;
}

/** Puts code in place of the reader's. */
export const write = writeInto;

const VERDICTS = ['passed', 'failed', 'error', 'timeout', 'stopped'];

/** Presses Check and waits for its verdict, which has to be one of these. */
export async function check(exercise: Locator, ...verdicts: string[]): Promise<void> {
  const verdict = nextValue(exercise, 'data-verdict', VERDICTS);
  await press(exercise, 'Check');
  expect(verdicts).toContain(await verdict);
}

export const feedbackOf = (exercise: Locator): Locator => exercise.locator('[data-feedback]');
