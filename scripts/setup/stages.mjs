import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { SetupError } from './fail.mjs';
import { withLock } from './lock.mjs';
import { buildParts } from './parts.mjs';
import { freePort } from './port.mjs';
import { countPlaywright, countVitest, judge, sum } from './results.mjs';
import { root } from './root.mjs';
import { bin, run, runHeld } from './run.mjs';

const reports = join(root, '.layerwise', 'reports');

/**
 * What `npm test` does after installing, in order. Each gives a count; a stage that is not a suite of
 * tests counts as one.
 * @type {Record<string, () => Promise<import('./results.mjs').Count>>}
 */
export const STAGES = {
  source: sideBySide,
  unit,
  recorded: () => check(join(root, 'scripts', 'check-recorded.mjs'), []),
  build: () => attempt(() => withLock(() => buildParts())),
  content,
  browser: () => attempt(() => browser()),
};

/** Format, lint and types, of which each has one core busy. */
async function sideBySide() {
  const [format, lint, types] = await Promise.all([
    held(bin('prettier/bin/prettier.cjs'), ['--check', '.']),
    held(bin('eslint/bin/eslint.js'), ['.']),
    checkTypes(),
  ]);
  return sum([format, lint, types].map(one));
}

async function checkTypes() {
  // Writes next-env.d.ts, without which style modules have no type before a build.
  const code = await held(bin('next/dist/bin/next'), ['typegen']);
  return code === 0 ? held(bin('typescript/bin/tsc'), ['--noEmit']) : code;
}

async function unit() {
  const report = freshReport('unit.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await node(bin('vitest/vitest.mjs'), args);
  return judge(read(report, countVitest), code);
}

/** The course's documents, and that the broken ones of the checker's own are caught. */
async function content() {
  const script = (name) => join(root, 'scripts', name);
  // Mutants take minutes; they are for who writes an exercise.
  const course = await check(script('check-content.mjs'), ['--mutants', '0']);
  return sum([course, await check(script('check-broken.mjs'), [])]);
}

/** What takes longer than `npm test` may: `e2e/support/long.ts` says how the tests of these files differ. */
export const longBrowser = () =>
  attempt(() => browser({ LONG_TESTS: '1' }, ['--project=default', 'soak', 'rerun-recordings']));

async function browser(more = {}, only = []) {
  const report = freshReport('browser.json');
  const env = {
    CHROMIUM_PATH: await ensureChromium(),
    E2E_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    ...more,
  };
  const args = ['test', '--reporter=list,json', ...only];
  const code = await run(process.execPath, [bin('@playwright/test/cli.js'), ...args], env);
  return judge(read(report, countPlaywright), code);
}

/** A step that throws what to do about it has failed once, and the stages after it still run. */
async function attempt(work) {
  try {
    return (await work()) ?? one(0);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(`\n${error.message}\n${error.remedy}`);
    return one(1);
  }
}

async function check(file, args) {
  return one(await node(file, args));
}

function one(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function node(file, args) {
  return run(process.execPath, [file, ...args]);
}

function held(file, args) {
  return runHeld(process.execPath, [file, ...args]);
}

function freshReport(name) {
  const path = join(reports, name);
  mkdirSync(reports, { recursive: true });
  rmSync(path, { force: true });
  return path;
}

function read(path, count) {
  return existsSync(path) ? count(JSON.parse(readFileSync(path, 'utf8'))) : null;
}
