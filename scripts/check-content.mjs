// Says what is wrong with lessons and exercises: `npm run check:content -- --help`. See docs/authoring.md.
import { join } from 'node:path';
import { HELP, readOptions } from './check-content/options.mjs';
import { command, SetupError } from './setup/fail.mjs';
import { requireNode } from './setup/node-version.mjs';
import { prepare } from './setup/prepare.mjs';
import { root } from './setup/root.mjs';
import { endWithChildren } from './setup/run.mjs';

/** Two cores are kept busy by two; on more, more at once would only make the times of checks uncertain. */
const AT_ONCE = 2;

await command(async () => {
  requireNode();
  const options = readOptions(process.argv.slice(2));
  if (options.help) return void console.log(HELP);
  endWithChildren();
  await prepare([]);
  // Not before the packages are there.
  const { loadTools } = await import('./check-content/bundle.mjs');
  const { conclusion, print, readContent, runExercises } =
    await import('./check-content/check.mjs');
  const tools = await loadTools();
  const content = options.folder ?? join(root, 'content');
  const read = readContent(tools, content, options.names);
  print(tools, read.findings);
  const findings = [...read.findings];
  if (read.runnable.length > 0 || options.watch) {
    await prepareParts();
    const { openBrowser } = await import('./check-content/open-browser.mjs');
    const { loadTypes } = await import('./check-content/load-types.mjs');
    const browser = await openBrowser(tools, AT_ONCE);
    try {
      const by = { run: browser.run, checkTypes: await loadTypes(tools) };
      findings.push(...(await runExercises(tools, read.runnable, by, options.mutants)));
      console.log(conclusion(read, findings));
      if (options.watch) await watch({ tools, content, names: options.names, by }, read);
    } finally {
      await browser.end();
    }
  } else console.log(conclusion(read, findings));
  if (options.cells) await runCells(read, tools, options.folder);
  return findings.some(({ level }) => level === 'error') ? 1 : 0;
});

/** Where answers run, and what their types are checked with. */
async function prepareParts() {
  if (process.env.SITE_ORIGIN) {
    throw new SetupError(
      'SITE_ORIGIN is set, so the sandbox would speak to that site alone, and not to this command.',
      'Leave it out: env -u SITE_ORIGIN -u SANDBOX_ORIGIN npm run check:content',
    );
  }
  await prepare(['sandbox', 'editor']);
}

/** Until the process is ended. */
async function watch(session, read) {
  const { watchContent } = await import('./check-content/watch-content.mjs');
  watchContent(session, read);
  await new Promise(() => {});
}

async function runCells(read, tools, folder) {
  if (folder !== null) {
    throw new SetupError('--cells runs the lessons of the built site.', 'Leave out --folder.');
  }
  const { runCellsOf } = await import('./check-content/run-cells.mjs');
  const lessons = read.documents.filter(({ file }) => file.endsWith('/lesson.mdx'));
  await runCellsOf(lessons.map(tools.slugOf));
}
