import { chromium } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildBaseline } from './baseline/build.mjs';
import { serveBaseline } from './baseline/server.mjs';
import {
  cellOverheadReport,
  cellOverheadTargets,
  measureCellOverhead,
} from './measures/cell-overhead.mjs';
import { changesReport, measureChanges } from './measures/changes.mjs';
import { coldStartReport, measureColdStart } from './measures/cold-start.mjs';
import {
  drawnPlaygroundReport,
  drawnPlaygroundTargets,
  measureDrawnPlayground,
} from './measures/drawn-playground.mjs';
import { drawnGanReport, drawnGanTargets, measureDrawnGan } from './measures/drawn-gan.mjs';
import { firstLoadReport, firstLoadTargets, measureFirstLoad } from './measures/first-load.mjs';
import { growthFiles, growthReport, measureGrowth } from './measures/growth.mjs';
import { longPageReport, longPageTargets, measureLongPage } from './measures/long-page.mjs';
import { matrixProductReport, measureMatrixProduct } from './measures/matrix-product.mjs';
import {
  measurePlaygrounds,
  playgroundsReport,
  playgroundsTargets,
} from './measures/playgrounds.mjs';
import { measureStop, stopReport, stopTargets } from './measures/stop.mjs';
import {
  measureTrainingRows,
  trainingRowsReport,
  trainingRowsTargets,
} from './measures/training-rows.mjs';
import { measureTraining, trainingReport, trainingTargets } from './measures/training.mjs';
import { buildPeers } from './peers/build.mjs';
import { targetsReport } from './report/targets.mjs';

/**
 * @typedef {{
 *   browser: import('@playwright/test').Browser,
 *   origin: string,
 *   plainOrigin: string,
 *   rounds: number,
 * }} Bench
 */

/**
 * What can be measured: each gives its figures, a text of them, and where something was promised, targets; `files` gives
 * more to lay beside the figures, by name.
 * @type {Record<string, {
 *   measure(bench: Bench): Promise<any>,
 *   report(result: any): string,
 *   targets?(result: any): import('./report/targets.mjs').Target[],
 *   files?(result: any): Record<string, string>,
 * }>}
 */
export const MEASURES = {
  'training-rows': {
    measure: measureTrainingRows,
    report: trainingRowsReport,
    targets: trainingRowsTargets,
  },
  'drawn-playground': {
    measure: measureDrawnPlayground,
    report: drawnPlaygroundReport,
    targets: drawnPlaygroundTargets,
  },
  playgrounds: {
    measure: measurePlaygrounds,
    report: playgroundsReport,
    targets: playgroundsTargets,
  },
  'drawn-gan': { measure: measureDrawnGan, report: drawnGanReport, targets: drawnGanTargets },
  'first-load': {
    measure: measureFirstLoad,
    report: firstLoadReport,
    targets: firstLoadTargets,
  },
  'cold-start': { measure: measureColdStart, report: coldStartReport },
  'cell-overhead': {
    measure: measureCellOverhead,
    report: cellOverheadReport,
    targets: cellOverheadTargets,
  },
  stop: { measure: measureStop, report: stopReport, targets: stopTargets },
  training: { measure: measureTraining, report: trainingReport, targets: trainingTargets },
  'long-page': { measure: measureLongPage, report: longPageReport, targets: longPageTargets },
  'matrix-product': { measure: measureMatrixProduct, report: matrixProductReport },
  changes: { measure: measureChanges, report: changesReport },
  growth: { measure: measureGrowth, report: growthReport, files: growthFiles },
};

/**
 * Measures the site at `origin`, prints tables, and writes the figures as JSON.
 * @param {{ origin: string, executablePath: string, names: readonly string[], rounds: number }} options
 */
export async function runBench({ origin, executablePath, names, rounds }) {
  const baseline = await serveBaseline(
    new Map([...(await buildBaseline()), ...(await buildPeers())]),
  );
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  const figures = { ...circumstances(browser, rounds), measures: {}, targets: [] };
  try {
    const bench = { browser, origin, plainOrigin: baseline.origin, rounds };
    console.log(`${figures.browser}, ${figures.processors}, ${rounds} rounds`);
    for (const name of names) {
      const { measure, report, targets, files } = MEASURES[name];
      console.log(`Measuring ${name}.`);
      const result = await measure(bench);
      figures.measures[name] = result;
      figures.targets.push(...(targets?.(result) ?? []));
      console.log(report(result));
      for (const [file, text] of Object.entries(files?.(result) ?? {})) {
        console.log(`Drawn: ${save(figures, file, text)}`);
      }
    }
    console.log(targetsReport(figures.targets));
  } finally {
    await browser.close();
    baseline.close();
  }
  const json = `${JSON.stringify(figures, null, 2)}\n`;
  console.log(`The figures are in ${save(figures, 'figures.json', json)}`);
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
    return execFileSync('git', ['describe', '--always', '--dirty'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}

/** Beside the others of its run. */
function save({ date }, name, text) {
  const folder = join(
    dirname(fileURLToPath(import.meta.url)),
    'results',
    date.replace(/[:.]/g, '-'),
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
  return relative(process.cwd(), join(folder, name));
}
