import { violations } from './support/axe';
import {
  check,
  codeOf,
  exerciseOf,
  feedbackOf,
  LESSON,
  openExercise,
  OVERFLOWS,
  PASSES,
  press,
  SOFTMAX,
  write,
} from './support/exercise';
import { readBeats, startBeating, waitForBeats } from './support/responsiveness';
import { expect, test } from './support/test';

test.describe.configure({ timeout: 120_000 });

test('tries, is told what went wrong, and passes', async ({ page }) => {
  const exercise = await openExercise(page);
  await expect(exercise).toHaveAttribute('data-verdict', 'unattempted');
  await check(exercise, 'failed');

  await write(exercise, OVERFLOWS);
  await check(exercise, 'failed');
  const feedback = feedbackOf(exercise);
  await expect(feedback).toContainText('Your powers overflow');
  await expect(feedback.locator('[data-test="passed"]')).not.toHaveCount(0);
  await expect(feedback.locator('[data-test="failed"]')).not.toHaveCount(0);
  await expect(feedback.getByText('failed', { exact: true }).first()).toBeVisible();

  await write(exercise, PASSES);
  await expect(feedback).toContainText('has changed since this check');
  await check(exercise, 'passed');
  await expect(feedback).toContainText('Passed: 4 of 4 points');
  await expect(feedback).toContainText('Checked by your own browser alone');
  await expect(exercise.locator('[aria-live="polite"]').last()).toContainText('Passed');
});

test('runs the code without checking it', async ({ page }) => {
  const exercise = await openExercise(page);
  await write(exercise, `${PASSES}\nconst shape = softmax(tf.tensor2d([[1, 2]])).shape;\nshape;`);
  await press(exercise, 'Run');
  await expect(exercise.getByRole('group', { name: 'What your code shows' })).toContainText('2');
  await expect(exercise).toHaveAttribute('data-verdict', 'unattempted');
});

test('is shown the line of an error, and what could still be tested', async ({ page }) => {
  const exercise = await openExercise(page);
  await write(exercise, `${PASSES}\nconst rate = nothing.here;`);
  await check(exercise, 'error');
  await expect(feedbackOf(exercise)).toContainText('line 5');
  await expect(exercise.locator('[data-error-line="5"]')).toBeAttached();
  await expect(feedbackOf(exercise).locator('[data-test="passed"]')).not.toHaveCount(0);
});

test('stops a check that does not end', async ({ page }) => {
  const exercise = await openExercise(page);
  await write(exercise, 'function softmax(logits) { for (;;); }');
  await startBeating(page);
  await press(exercise, 'Check');
  await expect(exercise).toHaveAttribute('data-verdict', 'running');
  await waitForBeats(page, (await readBeats(page)).count + 40);
  await press(exercise, 'Stop');
  await expect(exercise).toHaveAttribute('data-verdict', 'stopped', { timeout: 1_000 });
  await write(exercise, PASSES);
  await check(exercise, 'passed');
});

test('takes hints one at a time, each with the focus', async ({ page }) => {
  const exercise = await openExercise(page);
  for (const at of [1, 2, 3]) {
    await press(exercise, 'Hint');
    const hint = exercise.getByText(`Hint ${at} of 3`, { exact: true });
    await expect(hint).toBeVisible();
    await expect(exercise.locator('[data-hints] > li').nth(at - 1)).toBeFocused();
    await expect(exercise.locator('[data-hints] > li:visible')).toHaveCount(at);
  }
  await expect(exercise.getByRole('button', { name: 'Hint', exact: true })).toBeDisabled();
});

test('asks twice for the solution before an attempt, and once after', async ({ page }) => {
  const exercise = await openExercise(page);
  await press(exercise, 'Solution');
  await expect(feedbackOf(exercise)).toContainText('You have not tried yet');
  await expect(exercise.locator('[data-solution]')).toHaveCount(0);
  await press(exercise, 'Solution');
  await expect(exercise.locator('[data-solution]')).toContainText('logits.max(1, true)');
  await expect(exercise.locator('[data-solution]')).toBeFocused();
  await press(exercise, 'Solution');
  await expect(exercise.locator('[data-solution]')).toHaveCount(0);

  await page.reload();
  await press(exerciseOf(page), 'Solution');
  await expect(exerciseOf(page).locator('[data-solution]')).toBeVisible();
});

test('goes back to the start, and back again', async ({ page }) => {
  const exercise = await openExercise(page);
  const starter = await codeOf(exercise);
  await write(exercise, PASSES);
  await press(exercise, 'Reset');
  expect(await codeOf(exercise)).toBe(starter);
  await press(exercise, 'Undo');
  expect(await codeOf(exercise)).toBe(PASSES);
});

test('finds code and verdict again on the next visit', async ({ page }) => {
  const exercise = await openExercise(page);
  await write(exercise, PASSES);
  await check(exercise, 'passed');
  await page.reload();
  await expect.poll(() => codeOf(exerciseOf(page))).toBe(PASSES);
  await exerciseOf(page).hover();
  await expect(exerciseOf(page)).toHaveAttribute('data-verdict', 'passed');
  await expect(feedbackOf(exerciseOf(page))).toContainText('As you checked it on');
});

test('two tabs do not overwrite each other silently', async ({ page, context }) => {
  const exercise = await openExercise(page);
  const other = await context.newPage();
  const there = await openExercise(other);
  await write(exercise, PASSES);
  await expect.poll(() => codeOf(there)).toBe(PASSES);
  await expect(there.locator('[data-notice="followed"]')).toBeVisible();
});

test('says when the tests can’t be had, and tries again', async ({ page, noise }) => {
  let isOffline = true;
  // Not taken away again: a request on its way meanwhile would be left hanging.
  await page.route(`**${LESSON}/exercises.json`, (route) =>
    isOffline ? route.abort() : route.continue(),
  );
  const exercise = await openExercise(page);
  await press(exercise, 'Check');
  await expect(feedbackOf(exercise)).toContainText('could not be loaded');
  await expect(exercise).toHaveAttribute('data-verdict', 'unattempted');
  isOffline = false;
  await write(exercise, PASSES);
  await check(exercise, 'passed');
  // The browser's word on the request may come late.
  const others = noise.filter((complaint) => !complaint.includes('net::ERR_FAILED'));
  noise.splice(0, Infinity, ...others);
});

test('works by keyboard alone', async ({ page }) => {
  const exercise = await openExercise(page);
  await exercise.getByRole('button', { name: 'Check', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(exercise).toHaveAttribute('data-verdict', 'failed', { timeout: 60_000 });
  await expect(exercise.getByRole('button', { name: 'Check', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(exercise.getByRole('button', { name: 'Hint', exact: true })).toBeFocused();
});

test('reads without scripts, and has nothing that axe finds wrong', async ({ page, browser }) => {
  const quiet = await browser.newPage({ javaScriptEnabled: false });
  await quiet.goto(LESSON);
  await expect(exerciseOf(quiet)).toContainText('function softmax');
  await expect(exerciseOf(quiet).getByRole('button', { name: 'Check' })).toBeHidden();
  await quiet.close();

  const exercise = await openExercise(page);
  const part = `[data-exercise="${SOFTMAX}"]`;
  expect(await violations(page, part)).toEqual([]);
  await write(exercise, OVERFLOWS);
  await check(exercise, 'failed');
  await press(exercise, 'Hint');
  await press(exercise, 'Solution');
  await expect(exercise.locator('[data-solution]')).toBeVisible();
  expect(await violations(page, part)).toEqual([]);
});

test('fits a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 700 });
  const exercise = await openExercise(page);
  await check(exercise, 'failed');
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
