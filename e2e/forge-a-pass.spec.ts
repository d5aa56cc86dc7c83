import { FORGERIES } from '../lib/sandbox/testing/forgeries';
import { check, exerciseOf, openExercise, PASSES, press, write } from './support/exercise';
import { expect, test } from './support/test';

/*
 * Wrong answers, each of which tries to be counted as right, in a real browser: what a unit test of the same list can't
 * have is a worker's own global scope, its ports, and WebAssembly.
 */
test.describe.configure({ timeout: 240_000 });

const VERDICTS = /^(failed|error|timeout)$/;
/** `nothing at all` is what no paste brings about. */
const written = FORGERIES.filter(({ answer }) => answer !== '');
const quick = written.filter(({ ends }) => ends !== 'timeout');
const endless = written.filter(({ ends }) => ends === 'timeout');

test('no answer passes by what it does to the check', async ({ page }) => {
  const exercise = await openExercise(page);
  await write(exercise, PASSES);
  await check(exercise, 'passed');
  for (const { name, answer } of quick) {
    await test.step(name, async () => {
      await write(exercise, answer.trim());
      await press(exercise, 'Check');
      await expect(exercise).toHaveAttribute('data-verdict', 'running');
      await expect(exercise).toHaveAttribute('data-verdict', VERDICTS, { timeout: 60_000 });
    });
  }
  await write(exercise, PASSES);
  await check(exercise, 'passed');
});

for (const { name, answer } of endless) {
  test(`no answer passes by ${name}`, async ({ page }) => {
    const exercise = await openExercise(page);
    await write(exercise, answer.trim());
    await press(exercise, 'Check');
    await expect(exercise).toHaveAttribute('data-verdict', VERDICTS, { timeout: 60_000 });
    // The page was never held up by it.
    await expect(exerciseOf(page).getByRole('button', { name: 'Check' })).toBeEnabled();
  });
}
