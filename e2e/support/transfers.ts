import type { Browser, BrowserContext, Page, Request } from '@playwright/test';

/** One file that a page has fetched: `bytes` of its body, as they were sent. */
export type Transfer = { path: string; kind: string; bytes: number; cacheControl: string };

/** Notes what the page and its frames fetch from now on; what a worker fetches does not show. */
export function noteTransfers(of: Page | BrowserContext): () => Promise<Transfer[]> {
  const requests: Request[] = [];
  const note = (request: Request) => void requests.push(request);
  // The two have the event under one name, but not one type for it.
  if ('newPage' in of) of.on('requestfinished', note);
  else of.on('requestfinished', note);
  return () => Promise.all(requests.map(transferOf));
}

/** @throws {Error} when it was refused: a page that does not work is light. */
async function transferOf(request: Request): Promise<Transfer> {
  const response = await request.response();
  if ((response?.status() ?? 0) >= 400) throw new Error(`${request.url()}: ${response?.status()}`);
  const { responseBodySize } = await request.sizes();
  return {
    path: new URL(request.url()).pathname,
    kind: request.resourceType(),
    bytes: responseBodySize,
    cacheControl: (await response?.headerValue('cache-control')) ?? '',
  };
}

/** What a first visit fetches before the reader touches anything, idle time included. */
export async function firstVisit(browser: Browser, address: string): Promise<Transfer[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const transfers = noteTransfers(page);
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.evaluate(
    () => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 2000 })),
  );
  await page.waitForLoadState('networkidle');
  const all = await transfers();
  await context.close();
  return all;
}

export const ofKind = (transfers: readonly Transfer[], kind: string): Transfer[] =>
  transfers.filter((transfer) => transfer.kind === kind);

export const bytesOf = (transfers: readonly Transfer[]): number =>
  transfers.reduce((sum, { bytes }) => sum + bytes, 0);

/** The paths of what the page itself took from the network, and not from what the browser keeps. */
export function fromNetwork(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return entries
      .filter(({ transferSize }) => transferSize > 0)
      .map(({ name }) => new URL(name).pathname);
  });
}

/** The files by weight, e.g. for a message: `60,321  /_next/static/chunks/a.js  (on every page)`. */
export function listed(transfers: readonly Transfer[], shared: ReadonlySet<string>): string {
  return transfers
    .toSorted((a, b) => b.bytes - a.bytes)
    .map(({ path, bytes }) => {
      const mark = shared.has(path) ? '  (on every page)' : '';
      return `${bytes.toLocaleString('en').padStart(9)}  ${path}${mark}`;
    })
    .join('\n');
}
