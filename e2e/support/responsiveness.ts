import type { Locator, Page } from '@playwright/test';

/** How well the page itself answered while something ran, in milliseconds. */
export type Responsiveness = { p95: number; longest: number; count: number };

declare global {
  interface Window {
    heartbeatsOfTest?: number[];
  }
}

/** Starts to note, in the page, how much later than due each turn of its event loop comes. */
export async function startBeating(page: Page): Promise<void> {
  await page.evaluate(() => {
    const beats: number[] = (window.heartbeatsOfTest = []);
    const { port1, port2 } = new MessageChannel();
    let last = performance.now();
    const turn = () => {
      const now = performance.now();
      beats.push(Math.max(0, now - last - 20));
      last = now;
      setTimeout(() => port2.postMessage(null), 20);
    };
    port1.onmessage = turn;
    port2.postMessage(null);
  });
}

/** Waits in the page for so many turns, so that what is measured lasts; a page that hangs never gets there. */
export async function waitForBeats(page: Page, count: number): Promise<void> {
  await page.waitForFunction((least) => (window.heartbeatsOfTest?.length ?? 0) >= least, count);
}

export async function readBeats(page: Page): Promise<Responsiveness> {
  const beats = await page.evaluate(() => window.heartbeatsOfTest ?? []);
  const sorted = beats.toSorted((a, b) => a - b);
  return {
    p95: sorted[Math.floor(sorted.length * 0.95)] ?? Infinity,
    longest: sorted.at(-1) ?? Infinity,
    count: sorted.length,
  };
}

/**
 * Presses Stop, and measures in the page from the click to the state `stopped`, so that what the test itself takes to
 * notice does not count. Rejects after 20 s.
 */
export async function timeToStop(cell: Locator): Promise<number> {
  const time = cell.evaluate(
    (section) =>
      new Promise<number>((resolve, reject) => {
        let clicked = 0;
        section.addEventListener('click', () => (clicked = performance.now()), { capture: true });
        new MutationObserver(() => {
          if (clicked > 0 && section.getAttribute('data-state') === 'stopped') {
            resolve(performance.now() - clicked);
          }
        }).observe(section, { attributeFilter: ['data-state'] });
        setTimeout(() => reject(new Error('The cell did not stop in 20 s.')), 20_000);
      }),
  );
  await cell.getByRole('button', { name: 'Stop' }).click();
  return time;
}
