// Whether the checker catches what can be found only by running: each exercise of scripts/check-content/broken that
// reads well, in the real sandbox. Part of `npm test`; what can be read is in broken.test.ts.
import { command } from './setup/fail.mjs';
import { prepare } from './setup/prepare.mjs';
import { endWithChildren } from './setup/run.mjs';

const AT_ONCE = 2;

await command(async () => {
  endWithChildren();
  await prepare(['sandbox']);
  const { loadTools } = await import('./check-content/bundle.mjs');
  const { openBrowser } = await import('./check-content/open-browser.mjs');
  const tools = await loadTools();
  const site = { pages: new Set(['/', '/data']), hasFile: () => false };
  const { exercises } = tools.checkDocuments(tools.readBroken(), site, () => new Map());
  const browser = await openBrowser(tools, AT_ONCE);
  const wrong = [];
  try {
    for (const [file, expected] of Object.entries(tools.expectedOfBroken().runs)) {
      const { document, parsed } = exercises.find((each) => each.document.file === file);
      const { findings } = await tools.runExercise(parsed, document.source, browser.run);
      const differing = tools.differences(findings, expected);
      wrong.push(...differing.map((difference) => `${file}: ${difference}`));
    }
  } finally {
    await browser.end();
  }
  for (const line of wrong) console.log(line);
  if (wrong.length === 0) console.log('Every broken exercise is caught, with its sentence.');
  return wrong.length === 0 ? 0 : 1;
});
