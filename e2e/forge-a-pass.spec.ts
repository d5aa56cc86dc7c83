import type { Locator } from '@playwright/test';
import { FORGERIES } from '../lib/sandbox/testing/forgeries';
import { check, exerciseOf, feedbackOf, openExercise, PASSES, write } from './support/exercise';
import { siteOf } from './support/lesson';
import { expect, test } from './support/test';

/*
 * Wrong answers, each of which tries to be counted as right, in a real browser: what a unit test of the same list can't
 * have is a worker's own global scope, its ports, and WebAssembly.
 */
test.describe.configure({ timeout: 240_000 });

const NOT_PASSED = ['failed', 'error', 'timeout'];
/** `nothing at all` is what no paste brings about. */
const written = FORGERIES.filter(({ answer }) => answer !== '');
const quick = written.filter(({ ends }) => ends !== 'timeout');
const endless = written.filter(({ ends }) => ends === 'timeout');

test('no answer passes by what it does to the check', async ({ page }) => {
  const exercise = await openExercise(page);
  await write(exercise, PASSES);
  await check(exercise, 'passed');
  for (const { name, answer } of quick) {
    await test.step(name, () => fails(exercise, answer.trim()));
  }
  await write(exercise, PASSES);
  await check(exercise, 'passed');
});

async function fails(exercise: Locator, answer: string): Promise<void> {
  await write(exercise, answer);
  await check(exercise, ...NOT_PASSED);
}

/** What may hang on how a worker was started, and on what computes. */
const ELSEWHERE = [
  'its own test and expect on the global object',
  'messages of its own',
  'an end of the worker',
  'functions of tf',
  'what tensors say of themselves',
  'kernels, backends and the engine',
  'a tensor with other methods',
  'code that loads other code',
  'a setter that hears of everything',
  'the frames of the stack',
];

/** Where the sandbox has no origin of its own, its worker is started in another way; without WebAssembly it computes by itself. */
test('no answer passes in a sandbox without an origin, in plain JavaScript', async ({
  page,
  baseURL,
  noise,
}) => {
  await page.context().route('**/*.wasm', (route) => route.abort());
  const exercise = await openExercise(page, siteOf(baseURL, 'opaque-origin'));
  await write(exercise, 'throw new Error(`${tf.getBackend()} at ${self.origin}`);');
  await check(exercise, 'error');
  await expect(feedbackOf(exercise)).toContainText('cpu at null');
  await write(exercise, PASSES);
  await check(exercise, 'passed');
  for (const name of ELSEWHERE) {
    const { answer } = quick.find((forgery) => forgery.name === name)!;
    await test.step(name, () => fails(exercise, answer.trim()));
  }
  await write(exercise, PASSES);
  await check(exercise, 'passed');
  // What the missing WebAssembly brings with it.
  const others = noise.splice(0).filter((line) => !/wasm|ERR_FAILED|adapters/.test(line));
  expect(others).toEqual([]);
});

for (const { name, answer } of endless) {
  test(`no answer passes by ${name}`, async ({ page }) => {
    const exercise = await openExercise(page);
    await write(exercise, answer.trim());
    await check(exercise, ...NOT_PASSED);
    // The page was never held up by it.
    await expect(exerciseOf(page).getByRole('button', { name: 'Check' })).toBeEnabled();
  });
}
