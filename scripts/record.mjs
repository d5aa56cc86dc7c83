// Runs lessons in a headless Chromium and writes what their cells show beside them: `npm run record`, or
// `npm run record -- neural-networks`. See docs/authoring.md.
import { startSite } from '../bench/site.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { command, SetupError } from './setup/fail.mjs';
import { requireNode } from './setup/node-version.mjs';
import { freePort } from './setup/port.mjs';
import { prepare } from './setup/prepare.mjs';
import { endWithChildren } from './setup/run.mjs';

await command(async () => {
  requireNode();
  endWithChildren();
  await prepare();
  // Not before the packages are there.
  const { lessonFolders } = await import('./record/lesson-folders.mjs');
  const { recordLessons } = await import('./record/record-lessons.mjs');
  const lessons = choose(process.argv.slice(2), lessonFolders());
  const executablePath = await ensureChromium();
  const site = await startSite(await freePort());
  try {
    await recordLessons({ origin: site.origin, executablePath, lessons });
  } finally {
    await site.end();
  }
  // The pages show what was recorded.
  await prepare();
});

function choose(slugs, lessons) {
  const unknown = slugs.filter((slug) => !lessons.some((lesson) => lesson.slug === slug));
  if (unknown.length === 0)
    return lessons.filter(({ slug }) => slugs.length === 0 || slugs.includes(slug));
  throw new SetupError(
    `There is no lesson ${unknown.join(', ')}.`,
    `There are ${lessons.map(({ slug }) => slug).join(', ')}.`,
  );
}
