import type { BrowserContext, Page } from '@playwright/test';
import { cell, openLesson, outputOf, waitForState } from './support/lesson';
import { expect, test } from './support/test';
import { noteTransfers } from './support/transfers';

/** As a browser tells of a connection and a device. */
type Told = { saveData?: boolean; effectiveType?: string; deviceMemory?: number };

async function tell(context: BrowserContext, { deviceMemory = 8, ...connection }: Told) {
  await context.addInitScript(
    ([told, memory]) => {
      const define = (name: string, value: unknown) =>
        Object.defineProperty(Navigator.prototype, name, { get: () => value });
      define('connection', { saveData: false, effectiveType: '4g', ...(told as object) });
      define('deviceMemory', memory);
    },
    [connection, deviceMemory] as const,
  );
}

/** Moves about, reads to the end of a cell, points at its Run and comes to it by keyboard, but presses nothing. */
async function readAsIfToRun(page: Page) {
  const run = cell(page, 'load').getByRole('button', { name: 'Run' });
  await page.mouse.move(200, 200);
  await page.mouse.wheel(0, 400);
  await run.scrollIntoViewIfNeeded();
  await run.hover();
  await run.focus();
}

/** The page reads what it keeps once it is idle, on a slow machine later than the network is. */
async function readKept(page: Page) {
  const names = () => page.evaluate(async () => (await indexedDB.databases()).map((d) => d.name));
  await expect.poll(names).toContain('layerwise');
  await page.waitForLoadState('networkidle');
}

const fetched = async (transfers: ReturnType<typeof noteTransfers>, what: RegExp) =>
  (await transfers()).map(({ path }) => path).filter((path) => what.test(path));

const isWarm = (page: Page) =>
  expect(page.locator('[data-device]')).toBeVisible({ timeout: 20_000 });

for (const told of [{ saveData: true }, { effectiveType: '3g' }, { effectiveType: 'slow-2g' }]) {
  test(`with ${JSON.stringify(told)} nothing is fetched before a press`, async ({
    page,
    context,
  }) => {
    await tell(context, told);
    const transfers = noteTransfers(context);
    await openLesson(page);
    await readKept(page);
    const before = (await transfers()).length;
    await readAsIfToRun(page);
    await page.waitForLoadState('networkidle');
    // Pictures and faces of the text that has come into view are what reading takes.
    const after = (await transfers()).slice(before);
    expect(after.filter(({ kind }) => kind !== 'font' && kind !== 'image')).toEqual([]);
    expect(await page.locator('iframe').count()).toBe(0);

    await cell(page, 'load').getByRole('button', { name: 'Run' }).click();
    await waitForState(cell(page, 'load'), 'done', 30_000);
    await expect(outputOf(cell(page, 'load'))).not.toBeEmpty();
    expect(await fetched(transfers, /^\/sandbox\/frame\.html$/)).toHaveLength(1);
  });
}

test('a page that nobody touches fetches no sandbox; a first sign opens its frame', async ({
  page,
  context,
}) => {
  await tell(context, {});
  const transfers = noteTransfers(context);
  await openLesson(page);
  await page.waitForLoadState('networkidle');
  expect(await fetched(transfers, /^\/sandbox\//)).toEqual([]);
  await page.mouse.move(200, 200);
  await expect.poll(() => fetched(transfers, /frame\.html$/)).toHaveLength(1);
  expect(await page.locator('[data-device]').count()).toBe(0);
});

test('a cell that the reader has scrolled to can run at once', async ({ page, context }) => {
  await tell(context, {});
  await openLesson(page);
  await page.mouse.move(200, 200);
  const first = cell(page, 'load');
  while ((await middleOf(page, first)) > 0.7) await page.mouse.wheel(0, 300);
  await isWarm(page);
  await first.getByRole('button', { name: 'Run' }).click();
  await waitForState(first, 'done', 20_000);
});

test('a cell that the keyboard has come to can run at once', async ({ page, context }) => {
  await tell(context, {});
  await openLesson(page);
  await cell(page, 'load').locator('[data-cell-code]').focus();
  await isWarm(page);
});

test('with little memory the sandbox waits for Run to be pointed at', async ({ page, context }) => {
  await tell(context, { deviceMemory: 2 });
  const transfers = noteTransfers(context);
  const workers: string[] = [];
  page.on('worker', (worker) => void workers.push(worker.url()));
  await openLesson(page);
  const run = cell(page, 'load').getByRole('button', { name: 'Run' });
  await cell(page, 'load').locator('[data-cell-code]').hover();
  await expect.poll(() => fetched(transfers, /frame\.html$/)).toHaveLength(1);
  expect(workers).toEqual([]);
  await run.hover();
  await isWarm(page);
  expect(workers.length).toBeGreaterThan(0);
});

test('a menu that is pressed before its part of the page is there opens all the same', async ({
  page,
  context,
}) => {
  await tell(context, { saveData: true });
  await openLesson(page);
  await cell(page, 'load').locator('summary', { hasText: 'More' }).click();
  await cell(page, 'load').getByRole('button', { name: 'Run to here' }).click();
  await waitForState(cell(page, 'load'), 'done', 30_000);
});

/** Where the middle of the element is in the window: 0 at its top edge, 1 at its lower one. */
async function middleOf(page: Page, element: ReturnType<typeof cell>): Promise<number> {
  const box = await element.boundingBox();
  const height = page.viewportSize()?.height ?? 1;
  return box === null ? Infinity : (box.y + box.height / 2) / height;
}
