import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupError } from './fail.mjs';
import { bin, run } from './run.mjs';

/** First the one without windows, in which the browser tests take a fifth less of the processor. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium that starts: the one of `CHROMIUM_PATH`, the system's, or Playwright's own.
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<string | null>}
 * @throws {SetupError} when `CHROMIUM_PATH` is set and does not start
 */
export async function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) return configured(env.CHROMIUM_PATH);
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...APPLICATIONS, await playwrightsOwn()].find(starts) ?? null;
}

/** Finds a Chromium or installs one. @returns {Promise<string>} its path */
export async function ensureChromium() {
  const found = await findChromium();
  if (found !== null) return found;
  for (const [what, install] of [
    ['with Playwright', installByPlaywright],
    ['with apt', installByApt],
  ]) {
    console.log(`There is no Chromium yet; installing one ${what}.`);
    await install();
    const installed = await findChromium();
    if (installed !== null) return installed;
  }
  throw new SetupError(
    'The browser tests need a Chromium, and none could be installed.',
    'Install Chromium or Google Chrome, or set CHROMIUM_PATH to one: CHROMIUM_PATH=/path/to/chromium npm test',
  );
}

function configured(path) {
  if (starts(path)) return path;
  throw new SetupError(
    `CHROMIUM_PATH is ${path}, which does not start.`,
    'Set it to the executable of a Chromium or Google Chrome, or leave it out.',
  );
}

/** Some systems have a command of that name that only says how to install the browser. */
function starts(path) {
  if (!path || !existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  const result = spawnSync(path, ['--version'], { timeout: 20_000, encoding: 'utf8' });
  return result.status === 0 && /chrom/i.test(result.stdout);
}

async function playwrightsOwn() {
  try {
    return (await import('@playwright/test')).chromium.executablePath();
  } catch {
    return '';
  }
}

async function installByPlaywright() {
  const playwright = bin('@playwright/test/cli.js');
  const code = await run(process.execPath, [playwright, 'install', 'chromium']);
  if (code === 0 && isDebianRoot() && (await findChromium()) === null) {
    await run(process.execPath, [playwright, 'install-deps', 'chromium']);
  }
}

async function installByApt() {
  if (!isDebianRoot()) return;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], env);
  // Not every system has the first.
  for (const name of ['chromium-headless-shell', 'chromium']) {
    const code = await run('apt-get', ['install', '-y', '--no-install-recommends', name], env);
    if (code === 0) return;
  }
}

function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}
