import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { esbuildNative } from '../../scripts/native/plugins.mjs';
import { root } from '../../scripts/setup/root.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const wasmFolder = join(
  dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')),
  'dist',
);

const WASM_NAMES = [
  'tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm',
  'tfjs-backend-wasm-threaded-simd.wasm',
];

/**
 * Plain TensorFlow.js as one bundle, with the page that starts it in a worker.
 * @returns {Promise<Map<string, { body: Buffer, type: string }>>} the files, by the path of their address
 */
export async function buildBaseline() {
  const files = new Map();
  files.set('/', { body: await readFile(join(here, 'page.html')), type: 'text/html' });
  files.set('/worker.js', {
    body: await bundleWorker(join(here, 'worker.js')),
    type: 'text/javascript',
  });
  for (const name of WASM_NAMES) {
    const body = await readFile(join(wasmFolder, name));
    files.set(`/${name}`, { body, type: 'application/wasm' });
  }
  return files;
}

/**
 * A worker with all that it imports, in one module.
 * @param {string} entry path of its file
 * @returns {Promise<Buffer>}
 */
export async function bundleWorker(entry) {
  const result = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfig: join(root, 'tsconfig.json'),
    plugins: [esbuildNative()],
    // TensorFlow.js names these for Node; no browser path reaches them.
    external: [
      'util',
      'crypto',
      'fs',
      'path',
      'worker_threads',
      'perf_hooks',
      'os',
      'string_decoder',
      'buffer',
    ],
    logLevel: 'warning',
    write: false,
  });
  return Buffer.from(result.outputFiles[0].contents);
}
