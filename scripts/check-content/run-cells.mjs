import { chromium } from '@playwright/test';
import { startSite } from '../../bench/site.mjs';
import { runLesson } from '../record/run-lesson.mjs';
import { ensureChromium } from '../setup/chromium.mjs';
import { SetupError } from '../setup/fail.mjs';
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
      const cells = await runLesson(browser, site.origin, slug).catch(tellWithoutRecording);
      console.log(`${slug}: all ${cells.size} cells run.`);
    }
  } finally {
    await browser.close();
    await site.end();
  }
}

/** The recorder's own sentences, of which one part is not ours. */
function tellWithoutRecording(error) {
  if (!(error instanceof SetupError)) throw error;
  const message = error.message.replace(', so the lesson was not recorded', '');
  throw new SetupError(message, 'Correct the cell, and see that Run all ends well in a browser.');
}
