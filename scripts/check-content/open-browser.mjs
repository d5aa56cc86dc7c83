import { chromium } from '@playwright/test';
import { ensureChromium } from '../setup/chromium.mjs';
import { bundleHarness } from './bundle.mjs';
import { limited } from './limited.mjs';
import { serveHarness } from './serve-harness.mjs';

const ARGUMENTS = [
  ...['--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
  // Chromium's own sandbox does not work for root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * Opens the one page in which all checks run, each in a sandbox of its own.
 * @param {typeof import('./tools')} tools
 * @param {number} atOnce
 * @returns {Promise<{ run: import('./ran').Run, end(): Promise<void> }>}
 */
export async function openBrowser(tools, atOnce) {
  const executablePath = await ensureChromium();
  const site = await serveHarness(tools, await bundleHarness());
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  const page = await browser.newPage();
  await page.goto(site.page);
  await page.waitForFunction(() => typeof window.check === 'function');
  const check = (parts, seconds) =>
    page.evaluate((what) => window.check(what.parts, what.seconds), { parts, seconds });
  return {
    run: limited(atOnce, async (parts, seconds) => {
      const ran = await check(parts, seconds);
      // A busy machine may be too slow for a sandbox to start; code that ends it does so again.
      return ran.how === 'crashed' ? check(parts, seconds) : ran;
    }),
    async end() {
      await browser.close();
      site.end();
    },
  };
}
