import { freshContext, LESSON_PATH } from '../page/lesson.mjs';
import { kilobytes, table } from '../report/table.mjs';
import { atMost } from '../report/targets.mjs';

/** In kB as sent: of scripts on each page, and of a lesson's document. */
const MOST_SCRIPTS = 150;
const MOST_DOCUMENT = 80;

/** A text that each library has in it, minified or not, and that nothing else has. */
const MARKERS = {
  'TensorFlow.js': 'No backend found in registry',
  Monaco: 'monaco-mouse-cursor-text',
};

/**
 * What a first visit loads before the reader touches anything: compressed bytes, as they were sent.
 * @param {{ browser: import('@playwright/test').Browser, origin: string }} bench
 */
export async function measureFirstLoad({ browser, origin }) {
  await requireMarkers(origin, browser);
  const pages = {};
  for (const path of [LESSON_PATH, '/']) pages[path] = await load(browser, origin + path);
  return pages;
}

async function load(browser, address) {
  const context = await freshContext(browser, new URL(address).origin);
  const page = await context.newPage();
  const requests = [];
  page.on('requestfinished', (request) => requests.push(request));
  await page.goto(address, { waitUntil: 'networkidle' });
  // What a page fetches once it has nothing else to do counts, too.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => resolve())));
  await page.waitForLoadState('networkidle');
  const files = await Promise.all(requests.map(describe));
  await context.close();
  return summarizeFiles(files);
}

async function describe(request) {
  const response = await request.response();
  const { responseBodySize } = await request.sizes();
  const kind = request.resourceType();
  const text = kind === 'script' ? await response.text() : '';
  return {
    path: new URL(request.url()).pathname,
    kind,
    bytes: responseBodySize,
    holds: librariesIn(text),
  };
}

function summarizeFiles(files) {
  const bytesOf = (kind) =>
    files.filter((file) => file.kind === kind).reduce((sum, { bytes }) => sum + bytes, 0);
  const scripts = files.filter(({ kind }) => kind === 'script');
  return {
    scriptBytes: bytesOf('script'),
    scriptFiles: scripts.length,
    documentBytes: bytesOf('document'),
    styleBytes: bytesOf('stylesheet'),
    fontBytes: bytesOf('font'),
    libraries: [...new Set(scripts.flatMap(({ holds }) => holds))],
    requests: files,
  };
}

const librariesIn = (text) =>
  Object.keys(MARKERS).filter((library) => text.includes(MARKERS[library]));

/**
 * A marker that is nowhere would always report that nothing was loaded.
 * @throws {Error} when what runs a cell, or what edits one, does not show its library
 */
async function requireMarkers(origin, browser) {
  const context = await freshContext(browser, origin);
  const page = await context.newPage();
  const found = new Set();
  const reading = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return;
    reading.push(describe(request).then(({ holds }) => holds.forEach((name) => found.add(name))));
  });
  await page.goto(origin + LESSON_PATH, { waitUntil: 'networkidle' });
  await page.locator('[data-cell] [data-editor] pre').first().click();
  await page.locator('.monaco-editor').first().waitFor();
  // Who points at Run has the sandbox started.
  await page.getByRole('button', { name: 'Run', exact: true }).first().hover();
  await page.locator('iframe').waitFor({ state: 'attached' });
  if (await sandboxHolds(page, 'TensorFlow.js')) found.add('TensorFlow.js');
  await Promise.all(reading);
  await context.close();
  const missing = Object.keys(MARKERS).filter((library) => !found.has(library));
  if (missing.length > 0) throw new Error(`No script shows the marker of ${missing.join(', ')}.`);
}

/** Waits for TensorFlow.js among what the sandbox loads, which does not show up among the page's requests. */
async function sandboxHolds(page, library) {
  const element = await page.locator('iframe').elementHandle();
  const frame = await element.contentFrame();
  const search = async (marker) => {
    const names = performance.getEntriesByType('resource').map(({ name }) => name);
    const scripts = names.filter((name) => name.endsWith('.js'));
    const texts = await Promise.all(scripts.map(async (script) => (await fetch(script)).text()));
    return texts.some((text) => text.includes(marker));
  };
  const options = { polling: 200, timeout: 15_000 };
  return frame.waitForFunction(search, MARKERS[library], options).then(
    () => true,
    () => false,
  );
}

/** @param {Awaited<ReturnType<typeof measureFirstLoad>>} pages */
export function firstLoadReport(pages) {
  const rows = Object.entries(pages).map(([path, page]) => [
    path,
    kilobytes(page.scriptBytes),
    String(page.scriptFiles),
    kilobytes(page.documentBytes),
    kilobytes(page.styleBytes),
    kilobytes(page.fontBytes),
    page.libraries.join(', ') || 'no',
  ]);
  return table(
    'First load, compressed, before the reader touches anything',
    ['page', 'JavaScript', 'files', 'HTML', 'styles', 'fonts', 'Monaco or TensorFlow.js'],
    rows,
  );
}

/** @param {Awaited<ReturnType<typeof measureFirstLoad>>} pages */
export function firstLoadTargets(pages) {
  const document = pages[LESSON_PATH].documentBytes / 1000;
  return [
    ...Object.entries(pages).map(([path, { scriptBytes }]) =>
      atMost(`JavaScript before interaction, ${path}`, scriptBytes / 1000, MOST_SCRIPTS, 'kB', 1),
    ),
    atMost(`HTML of a lesson, ${LESSON_PATH}`, document, MOST_DOCUMENT, 'kB', 1),
  ];
}
