import { chromium } from '@playwright/test';
import { startSite } from '../../bench/site.mjs';
import { runLesson } from '../record/run-lesson.mjs';
import { ensureChromium } from '../setup/chromium.mjs';
import { freePort } from '../setup/port.mjs';
import { prepare } from '../setup/prepare.mjs';

/**
 * Runs every cell of these lessons on the built site, as for a recording.
 * @param {string[]} slugs
 * @throws {SetupError} naming the first cell that does not end well
 */
export async function runCellsOf(slugs) {
  await prepare();
  const executablePath = await ensureChromium();
  const site = await startSite(await freePort());
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  try {
    for (const slug of slugs) {
      const cells = await runLesson(browser, site.origin, slug);
      console.log(`${slug}: all ${cells.size} cells run.`);
    }
  } finally {
    await browser.close();
    await site.end();
  }
}
