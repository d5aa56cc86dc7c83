import { expect, type Page } from '@playwright/test';
import type { Device } from '@/lib/protocol';
import { openMore } from './cells';
import {
  cell,
  chooseDevice,
  collectProblems,
  openLesson,
  outputOf,
  waitForDevice,
  waitForState,
} from './lesson';

/** The women of the test part. */
const TEST_WOMEN = 154;
/** Of the post's network; 0.65 is what "always no" has. */
const LEAST_ACCURACY = 0.74;
/** What follows trains other networks. */
const TO_THE_INSIDE = [
  'load',
  'missing',
  'split',
  'neuron',
  'build',
  'train',
  'evaluate',
  'inside',
];
/** A blank canvas has one colour, a plain box a few. */
const LEAST_COLOURS = 12;

/** Opens the lesson, runs all of it on one device by the page's own controls, and looks at what it shows. */
export async function runWholeLesson(page: Page, device: Device, timeout: number): Promise<void> {
  await lookAtLesson(page, device, () => runAll(page, timeout));
}

/** The same, up to what looks into the trained network. */
export async function runTheNetwork(page: Page, device: Device, timeout: number): Promise<void> {
  await lookAtLesson(page, device, () => runTo(page, TO_THE_INSIDE, timeout));
}

async function lookAtLesson(page: Page, device: Device, run: () => Promise<void>): Promise<void> {
  const problems = collectProblems(page);
  await openLesson(page);
  await chooseDevice(page, device);
  await run();
  await waitForDevice(page, device);
  await expectDeviceOfEveryCell(page, device);
  await expectTestResult(page);
  await expectFiguresDrawn(page);
  expect(problems).toEqual([]);
}

/** Presses Run all and waits until every cell is done; a cell that fails ends the wait at once. */
export async function runAll(page: Page, timeout: number): Promise<void> {
  await page.getByRole('button', { name: 'Run all' }).click();
  await waitForEnd(page, timeout);
  const states = await statesOf(page);
  expect(states.length).toBeGreaterThanOrEqual(5);
  expect(states.filter((state) => !state.endsWith(' done'))).toEqual([]);
}

/** Runs the cells with these ids, which are the lesson's first, and waits until they are done. */
export async function runTo(page: Page, ids: readonly string[], timeout: number): Promise<void> {
  const menu = await openMore(cell(page, ids.at(-1) ?? ''));
  await menu.getByRole('button', { name: 'Run to here' }).click();
  await waitForEnd(page, timeout);
  const states = await statesOf(page);
  expect(states.filter((state) => state.endsWith(' done'))).toEqual(ids.map((id) => `${id} done`));
}

async function waitForEnd(page: Page, timeout: number): Promise<void> {
  const busy = page.locator('[data-state="queued"], [data-state="running"]');
  await expect(busy).not.toHaveCount(0);
  await expect(busy).toHaveCount(0, { timeout });
}

const statesOf = (page: Page): Promise<string[]> =>
  page
    .locator('[data-cell]')
    .evaluateAll((cells) => cells.map(({ dataset }) => `${dataset.cell} ${dataset.state}`));

async function expectDeviceOfEveryCell(page: Page, device: Device): Promise<void> {
  for (const section of await page.locator('[data-cell][data-state="done"]').all()) {
    await expect(section.getByText(device, { exact: true })).toBeVisible();
  }
}

/** The accuracy as the page says it, and the counts of its confusion matrix, which have to tell the same. */
async function expectTestResult(page: Page): Promise<void> {
  const evaluate = cell(page, 'evaluate');
  await waitForState(evaluate, 'done');
  await expect(outputOf(evaluate)).toContainText('Test accuracy: 0.');
  const words = await outputOf(evaluate).innerText();
  const accuracy = Number(/Test accuracy: (0\.\d+)/.exec(words)?.[1]);
  expect(accuracy).toBeGreaterThanOrEqual(LEAST_ACCURACY);
  const counts = await confusionCounts(page);
  const all = counts.flat().reduce((sum, count) => sum + count, 0);
  const right = counts.reduce((sum, row, i) => sum + (row[i] ?? NaN), 0);
  expect(counts.map((row) => row.length)).toEqual([2, 2]);
  expect(all).toBe(TEST_WOMEN);
  expect((right / all).toFixed(3)).toBe(accuracy.toFixed(3));
}

async function confusionCounts(page: Page): Promise<number[][]> {
  const figure = page.locator('[data-figure="confusion"]');
  await figure.getByRole('button', { name: 'Table' }).click();
  const rows = await figure
    .locator('tbody tr')
    .evaluateAll((lines) =>
      lines.map((line) => Array.from(line.children, (each) => each.textContent ?? '')),
    );
  await figure.getByRole('button', { name: 'Table' }).click();
  // After the label of the row come its counts, and last how many those are.
  return rows.map(([, ...cells]) => {
    const numbers = cells.filter((text) => /^\d+$/.test(text)).map(Number);
    expect(numbers.slice(0, -1).reduce((sum, count) => sum + count, 0)).toBe(numbers.at(-1));
    return numbers.slice(0, -1);
  });
}

async function expectFiguresDrawn(page: Page): Promise<void> {
  const figures = await page.locator('[data-cell][data-state="done"] [data-figure]').all();
  expect(figures.length).toBeGreaterThanOrEqual(4);
  for (const figure of figures) {
    await figure.scrollIntoViewIfNeeded();
    const name = await figure.getAttribute('data-figure');
    await expect
      .poll(() => figure.locator('canvas').evaluate(colours), { message: `colours of ${name}` })
      .toBeGreaterThan(LEAST_COLOURS);
  }
}

/** How many distinct colours a canvas shows. */
function colours(canvas: Element): number {
  const { width, height } = canvas as HTMLCanvasElement;
  const context = (canvas as HTMLCanvasElement).getContext('2d');
  if (context === null || width === 0 || height === 0) return 0;
  return new Set(new Uint32Array(context.getImageData(0, 0, width, height).data.buffer)).size;
}

/**
 * Each line that the cells say, once; a figure says its sentence again to screen readers when a run ends. What is in
 * memory after a run is no result: it counts what is left of the runs before.
 */
export async function linesOf(page: Page): Promise<string[]> {
  await expect(outputOf(cell(page, 'spread'))).toContainText(/0\.\d{3}.*0\.\d{3}/s);
  const outputs = await page.locator('[data-cell] [data-output]').allInnerTexts();
  // What is left in memory is a measurement, and each training is one more.
  const changing = page.locator('[data-memory] > p, [data-runs]');
  const others = new Set(await changing.allInnerTexts());
  const lines = outputs.flatMap((output) => output.split('\n'));
  return [...new Set(lines)].filter((line) => !others.has(line));
}
