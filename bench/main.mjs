import { chromium } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildBaseline } from './baseline/build.mjs';
import { serveBaseline } from './baseline/server.mjs';
import { coldStartReport, measureColdStart } from './measures/cold-start.mjs';
import { firstLoadReport, measureFirstLoad } from './measures/first-load.mjs';
import { matrixProductReport, measureMatrixProduct } from './measures/matrix-product.mjs';
import { measureStop, stopReport } from './measures/stop.mjs';
import { measureTraining, trainingReport } from './measures/training.mjs';

/**
 * @typedef {{
 *   browser: import('@playwright/test').Browser,
 *   origin: string,
 *   plainOrigin: string,
 *   rounds: number,
 * }} Bench
 */

/** What can be measured: each gives its figures, and a text of them. */
export const MEASURES = {
  'first-load': { measure: measureFirstLoad, report: firstLoadReport },
  'cold-start': { measure: measureColdStart, report: coldStartReport },
  stop: { measure: measureStop, report: stopReport },
  training: { measure: measureTraining, report: trainingReport },
  'matrix-product': { measure: measureMatrixProduct, report: matrixProductReport },
};

/**
 * Measures the site at `origin`, prints tables, and writes the figures as JSON.
 * @param {{ origin: string, executablePath: string, names: readonly string[], rounds: number }} options
 */
export async function runBench({ origin, executablePath, names, rounds }) {
  const baseline = await serveBaseline(await buildBaseline());
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  const figures = { ...circumstances(browser, rounds), measures: {} };
  try {
    const bench = { browser, origin, plainOrigin: baseline.origin, rounds };
    console.log(`${figures.browser}, ${figures.processors}, ${rounds} rounds`);
    for (const name of names) {
      const { measure, report } = MEASURES[name];
      figures.measures[name] = await measure(bench);
      console.log(report(figures.measures[name]));
    }
  } finally {
    await browser.close();
    baseline.close();
  }
  console.log(`The figures are in ${save(figures)}`);
}

const ARGUMENTS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium's own sandbox does not work for root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

function circumstances(browser, rounds) {
  const [processor] = cpus();
  return {
    date: new Date().toISOString(),
    revision: revision(),
    browser: `Chromium ${browser.version()}`,
    processors: `${cpus().length} × ${processor?.model ?? 'an unknown processor'}`,
    rounds,
  };
}

function revision() {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

function save(figures) {
  const folder = join(dirname(fileURLToPath(import.meta.url)), 'results');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${figures.date.replace(/[:.]/g, '-')}.json`);
  writeFileSync(path, `${JSON.stringify(figures, null, 2)}\n`);
  return relative(process.cwd(), path);
}
