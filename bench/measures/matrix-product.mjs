import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { ratio, summarize } from '../report/statistics.mjs';
import { ratioRow, summaryRow, SUMMARY_HEAD, table } from '../report/table.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A cell as a reader would write it: the product of two matrices of 400 rows by three loops. */
const CELL = `
const n: number = 400;
const a = Float64Array.from({ length: n * n }, (_, i) => Math.sin(i));
const b = Float64Array.from({ length: n * n }, (_, i) => Math.cos(i));
const c = new Float64Array(n * n);
const start = performance.now();
for (let i = 0; i < n; i++) {
  for (let j = 0; j < n; j++) {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += a[i * n + k] * b[k * n + j];
    c[i * n + j] = sum;
  }
}
const ms = performance.now() - start;
`;
/** What the sandbox makes of it must be what it is without the sandbox: no guard, no runtime. */
const PLAIN = `export default async function () {${CELL.replace(': number', '')}
return { c, ms };
}`;

/**
 * The product as the sandbox compiles it, with the look at Stop that it has there, and as plain JavaScript, in turn and
 * in one page. Each round loads its module anew, as a run does.
 * @param {Pick<import('../main.mjs').Bench, 'browser' | 'plainOrigin' | 'rounds'>} bench
 */
export async function measureMatrixProduct({ browser, plainOrigin, rounds }) {
  const { compile } = await import(addressOf(await bundle('compile')));
  const modules = {
    ours: compile(CELL, []).module,
    plain: PLAIN,
    interrupt: await bundle('interrupt'),
  };
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(plainOrigin);
  const times = await page.evaluate(multiplyInPage, { modules, rounds });
  await context.close();
  return {
    times: { ours: summarize(times.ours), plain: summarize(times.plain) },
    ratio: ratio(times.ours, times.plain),
  };
}

/** A file of the sandbox as one module. */
async function bundle(name) {
  const result = await esbuild.build({
    entryPoints: [
      join(root, 'lib/sandbox', name === 'compile' ? 'compile/index.ts' : `${name}.ts`),
    ],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    alias: { '@': root },
    logLevel: 'warning',
    write: false,
  });
  return result.outputFiles[0].text;
}

const addressOf = (module) =>
  `data:text/javascript;base64,${Buffer.from(module).toString('base64')}`;

/** Runs in the page. */
async function multiplyInPage({ modules, rounds }) {
  const load = (text) => import(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
  const { createInterrupt } = await load(modules.interrupt);
  const { begin, check } = createInterrupt(new SharedArrayBuffer(4));
  begin(1);
  const times = { ours: [], plain: [] };
  const products = {};
  // The first round warms both up.
  for (let round = -1; round < rounds; round++) {
    for (const name of round % 2 === 0 ? ['ours', 'plain'] : ['plain', 'ours']) {
      const { default: run } = await load(modules[name]);
      const { c, ms } = await run({}, { check, last() {}, live: {} });
      products[name] = c[12_345];
      if (round >= 0) times[name].push(ms);
    }
  }
  if (products.ours !== products.plain) throw new Error('The two products differ.');
  return times;
}

/** @param {Awaited<ReturnType<typeof measureMatrixProduct>>} result */
export function matrixProductReport({ times, ratio }) {
  return [
    table('A matrix product by three loops, 400 rows', SUMMARY_HEAD, [
      summaryRow('as the sandbox compiles it', times.ours),
      summaryRow('plain JavaScript', times.plain),
    ]),
    table(
      'As a multiple of plain JavaScript',
      ['', 'ratio', 'quartiles'],
      [ratioRow('with the look at Stop', ratio)],
    ),
  ].join('');
}
