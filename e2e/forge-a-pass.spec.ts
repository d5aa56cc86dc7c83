import type { Locator } from '@playwright/test';
import { FORGERIES } from '../lib/sandbox/testing/forgeries';
import {
  check,
  exerciseOf,
  feedbackOf,
  openExercise,
  PASSES,
  press,
  write,
} from './support/exercise';
import { siteOf } from './support/lesson';
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
    await test.step(name, () => fails(exercise, answer.trim()));
  }
  await write(exercise, PASSES);
  await check(exercise, 'passed');
});

async function fails(exercise: Locator, answer: string): Promise<void> {
  await write(exercise, answer);
  await press(exercise, 'Check');
  await expect(exercise).toHaveAttribute('data-verdict', 'running');
  await expect(exercise).toHaveAttribute('data-verdict', VERDICTS, { timeout: 60_000 });
}

/** Where the sandbox has no origin of its own it starts its worker in another way; what reads a tensor hangs on the device. */
const ELSEWHERE = [
  { device: 'cpu', first: '', forgeries: quick },
  {
    device: 'webgl',
    first: "await tf.setBackend('webgl');\n",
    forgeries: quick.filter(({ name }) => /tensor|tf|kernels|promises|value/.test(name)),
  },
];

for (const { device, first, forgeries } of ELSEWHERE) {
  test(`nor in a sandbox without an origin, on ${device}`, async ({ page, baseURL }) => {
    // Without WebAssembly a check runs in plain JavaScript.
    await page.context().route('**/*.wasm', (route) => route.abort());
    const exercise = await openExercise(page, siteOf(baseURL, 'opaque-origin'));
    await write(exercise, `${first}throw new Error(\`\${tf.getBackend()} at \${self.origin}\`);`);
    await check(exercise, 'error');
    await expect(feedbackOf(exercise)).toContainText(`${device} at null`);
    await write(exercise, first + PASSES);
    await check(exercise, 'passed');
    for (const { name, answer } of forgeries) {
      await test.step(name, () => fails(exercise, first + answer.trim()));
    }
    await write(exercise, first + PASSES);
    await check(exercise, 'passed');
  });
}

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
