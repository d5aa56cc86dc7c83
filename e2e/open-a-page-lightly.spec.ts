import type { Browser, Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { expect, test } from './support/test';
import {
  bytesOf,
  firstVisit,
  fromNetwork,
  listed,
  noteTransfers,
  ofKind,
  type Transfer,
} from './support/transfers';

/** Bytes as they are sent to Chromium. */
const BUDGET = { scripts: 150_000, lesson: 80_000 };
/** What React and Next weigh, which every page has; the rest of the budget is for what is ours. */
const FRAMEWORK = 120_000;

const LESSONS = readdirSync('content').map((folder) => `/learn/${folder.replace(/^\d+-/, '')}`);
const PAGES = ['/', '/data', '/notebook', '/progress', ...LESSONS];

// With all that moves, as most readers have it.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

const visits = new Map<string, Promise<Transfer[]>>();

/** What a first visit fetches; it is the same for all tests. */
function visited(browser: Browser, path: string): Promise<Transfer[]> {
  const known =
    visits.get(path) ?? firstVisit(browser, new URL(path, test.info().project.use.baseURL).href);
  visits.set(path, known);
  return known;
}

for (const path of PAGES) {
  test(`${path} has little JavaScript before the reader does anything`, async ({ browser }) => {
    const shared = new Set((await scripts('/')).map((file) => file.path));
    const files = await scripts(path);
    expect(files.length, 'scripts').toBeGreaterThan(3);
    const framework = bytesOf(files.filter((file) => shared.has(file.path)));
    const message = `${path}: ${bytesOf(files)} bytes of JavaScript, ${framework} of them on every page\n${listed(files, shared)}`;
    expect(bytesOf(files), message).toBeLessThanOrEqual(BUDGET.scripts);
    expect(framework, `React and Next have grown. ${message}`).toBeLessThanOrEqual(FRAMEWORK);

    async function scripts(of: string) {
      return ofKind(await visited(browser, of), 'script');
    }
  });
}

for (const path of LESSONS) {
  test(`the document of ${path} is small`, async ({ browser }) => {
    const [document] = ofKind(await visited(browser, path), 'document');
    expect(document?.path).toBe(path);
    expect(document?.bytes, `${path} has grown`).toBeLessThanOrEqual(BUDGET.lesson);
    expect(document?.bytes).toBeGreaterThan(10_000);
  });
}

for (const path of PAGES) {
  test(`the text of ${path} shows with the first answer`, async ({ page }) => {
    // Nothing but the document is ever answered.
    await page.route('**/*', (route) =>
      route.request().resourceType() === 'document' ? route.continue() : undefined,
    );
    await page.goto(path, { waitUntil: 'commit' });
    await expect.poll(() => firstPaint(page)).toBeGreaterThan(0);
    await expect(page.getByRole('link', { name: 'Layerwise' })).toBeVisible();
    // It has its styles: the text keeps its measure.
    const { family, width } = await page.evaluate(() => ({
      family: getComputedStyle(document.body).fontFamily,
      width: document.querySelector('main')?.getBoundingClientRect().width ?? 0,
    }));
    expect(family).toContain('Source Serif');
    expect(width).toBeLessThan(1200);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
}

for (const [name, viewport] of [
  ['wide', { width: 1280, height: 800 }],
  ['narrow', { width: 360, height: 640 }],
] as const) {
  test.describe(`in a ${name} window`, () => {
    test.use({ viewport });

    for (const path of PAGES) {
      test(`nothing of ${path} moves while it loads`, async ({ page }) => {
        await page.addInitScript(noteShifts);
        // The text is first painted in the faces that stand in, as on a slow connection.
        await page.route('**/*.woff2', async (route) => {
          await expect.poll(() => firstPaint(page)).toBeGreaterThan(0);
          await route.continue();
        });
        await page.goto(path, { waitUntil: 'networkidle' });
        await page.evaluate(() => document.fonts.ready);
        expect(await page.evaluate(() => window.shiftsOfTest)).toEqual([]);
      });
    }
  });
}

test('what has a hash in its name is kept for ever, and a second page brings only its own', async ({
  context,
}) => {
  const transfers = noteTransfers(context);
  const page = await context.newPage();
  await page.goto(LESSONS[0]!, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Run all' }).hover();
  await expect(page.locator('[data-device]')).toBeVisible({ timeout: 20_000 });
  await page.locator('[data-cell] [data-editor] pre').first().click();
  await page.locator('.monaco-editor').first().waitFor();
  const first = await transfers();
  await page.goto('/notebook', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Run all' }).waitFor();

  const hashed = first.filter(({ path }) => /^\/(?:_next\/static|sandbox|editor)\//.test(path));
  const named = hashed.filter(({ path }) => /(?:manifest\.json|frame\.html)$/.test(path));
  expect(hashed.some(({ path }) => path.startsWith('/editor/'))).toBe(true);
  expect(hashed.some(({ path }) => path.startsWith('/sandbox/'))).toBe(true);
  for (const { path, cacheControl } of hashed) {
    const forEver = !named.some((each) => each.path === path);
    expect(cacheControl, path).toBe(forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
  }
  const known = hashed.map(({ path }) => path);
  const brought = await fromNetwork(page);
  expect(brought.filter((path) => path.startsWith('/_next/')).length).toBeGreaterThan(0);
  expect(brought.filter((path) => known.includes(path))).toEqual([]);
});

declare global {
  interface Window {
    shiftsOfTest?: string[];
  }
}

/**
 * Runs in the page before its scripts: each shift with what has moved. Less than this is a word that is a pixel wider in
 * its own font than in the one that stands in for it; a line more or less of text is ten times as much.
 */
function noteShifts() {
  type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };
  const ROUNDING = 0.001;
  const shifts: string[] = (window.shiftsOfTest = []);
  const note = (entry: Shift) => {
    if (entry.value < ROUNDING) return;
    const moved = entry.sources.map(({ node }) =>
      node instanceof Element ? `<${node.localName} class="${node.className}">` : node?.nodeName,
    );
    shifts.push(`${entry.value.toFixed(4)}: ${moved.join(', ')}`);
  };
  new PerformanceObserver((list) => (list.getEntries() as Shift[]).forEach(note)).observe({
    type: 'layout-shift',
    buffered: true,
  });
}

/** When something was first painted, in milliseconds; nought until then. */
function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  );
}
