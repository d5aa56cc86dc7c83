// Measures the production build: `npm run bench`, or `npm run bench -- cold-start stop`. See bench/README.md.
import { join } from 'node:path';
import { startSite } from '../bench/site.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { command, SetupError } from './setup/fail.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';
import { freePort } from './setup/port.mjs';
import { prepare } from './setup/prepare.mjs';
import { root } from './setup/root.mjs';
import { endWithChildren } from './setup/run.mjs';

const DEFAULT_ROUNDS = 9;

await command(async () => {
  requireNode();
  endWithChildren();
  const rounds = readRounds(process.env.BENCH_ROUNDS);
  const given = process.env.BENCH_ORIGIN;
  // With a server that runs already, what it serves is measured, and nothing is built.
  await prepare(given ? [] : undefined);
  // The libraries that we are compared with are no part of the project.
  await ensureInstalled(join(root, 'bench'));
  // Not before the packages are there.
  const { MEASURES, runBench } = await import('../bench/main.mjs');
  const names = readNames(process.argv.slice(2), Object.keys(MEASURES));
  const executablePath = await ensureChromium();
  const server = given ? null : await startSite(await freePort());
  try {
    const origin = given ?? server.origin;
    await runBench({ origin, executablePath, names, rounds });
  } finally {
    await server?.end();
  }
});

function readNames(asked, known) {
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new SetupError(
      `There is no measure ${unknown.join(', ')}.`,
      `There are ${known.join(', ')}.`,
    );
  }
  return asked.length === 0 ? known : asked;
}

function readRounds(text) {
  const rounds = Number(text ?? DEFAULT_ROUNDS);
  if (Number.isInteger(rounds) && rounds > 0) return rounds;
  throw new SetupError(`BENCH_ROUNDS is "${text}".`, 'Give a number of rounds, such as 9.');
}
