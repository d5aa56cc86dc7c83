import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { judge, type Ending, type Verdict } from '@/lib/exercises/verdict';
import { isWorkerToPage, type Checked, type Frame, type Tested } from '@/lib/protocol';
import { esbuildNative } from '@/scripts/native/plugins.mjs';
import { privateExpect } from '@/scripts/build-sandbox/private-expect.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export type CheckedAnswer = {
  verdict: Verdict;
  ending: Ending;
  tested: Tested[];
  frames: Frame[];
  checked: Checked | null;
};

export type CheckInput = {
  answer: string;
  tests: string;
  setup?: string;
  /** How long it may take, in milliseconds. */
  patience?: number;
};

export type Checker = {
  check(input: CheckInput): Promise<CheckedAnswer>;
  close(): Promise<void>;
};

/** Checks answers as the page does, each in a thread of its own on TensorFlow.js's plain backend. */
export async function startChecker(): Promise<Checker> {
  const folder = await mkdtemp(path.join(tmpdir(), 'layerwise-check-'));
  const outfile = path.join(folder, 'worker.mjs');
  await build({
    entryPoints: [path.join(root, 'lib/sandbox/testing/check-worker.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    external: ['util', 'crypto', 'fs', 'path', 'worker_threads', 'perf_hooks', 'os', 'node:*'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfig: path.join(root, 'tsconfig.json'),
    plugins: [esbuildNative(), privateExpect()],
    logLevel: 'error',
  });
  return {
    check: (input) => checkIn(outfile, input),
    close: () => rm(folder, { recursive: true }),
  };
}

async function checkIn(outfile: string, input: CheckInput): Promise<CheckedAnswer> {
  const { answer, tests, setup = '', patience = 20_000 } = input;
  const workerData = { type: 'check', run: 1, seed: 7, setup, answer, tests };
  const worker = new Worker(outfile, { workerData, stdout: true, stderr: true });
  const tested: Tested[] = [];
  const frames: Frame[] = [];
  let checked: Checked | null = null;
  const how = await new Promise<'finished' | 'timeout' | string>((resolve) => {
    const timer = setTimeout(() => resolve('timeout'), patience);
    const end = (reason: string) => {
      clearTimeout(timer);
      resolve(reason);
    };
    worker.on('message', (message: unknown) => {
      // What can't be read ends a check, and never counts.
      if (!isWorkerToPage(message)) return end('It said what could not be understood.');
      if (message.type === 'tested') tested.push(message.tested);
      if (message.type === 'frames') frames.push(...message.frames);
      if (message.type !== 'checked') return;
      checked = message.checked;
      end('finished');
    });
    worker.on('error', (error) => end(String(error)));
    worker.on('exit', () => end('It has ended.'));
  });
  await worker.terminate();
  const ending = endingOf(how, tested, checked);
  return { verdict: judge({ tests: testsOf(tests) }, ending), ending, tested, frames, checked };
}

function endingOf(how: string, tested: Tested[], checked: Checked | null): Ending {
  if (how === 'timeout') return { how, tested };
  if (how === 'finished' && checked !== null) return { how, checked, tested };
  return { how: 'crashed', detail: how, tested };
}

/** As the document has them: a sentence in quotes, right after `test(`. */
function testsOf(tests: string) {
  const sentences = [...tests.matchAll(/^test\('([^']*)'/gm)].map(([, sentence]) => sentence!);
  return sentences.map((sentence) => ({ sentence, points: 1 }));
}
