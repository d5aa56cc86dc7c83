// Builds what runs inside the sandbox into public/sandbox/: the frame, the worker with its chunks, the WASM binaries
// and the data sets. It is apart from the site's own bundles, since it loads in a bare frame on another origin.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { privateExpect } from './build-sandbox/private-expect.mjs';
import { esbuildNative } from './native/plugins.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = path.join(root, 'public/sandbox');
const staging = path.join(root, '.layerwise/sandbox-staging');
const require = createRequire(import.meta.url);

const WASM_NAMES = ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm'];

await rm(staging, { recursive: true, force: true });
await mkdir(staging, { recursive: true });
const wasmFiles = await copyWasm();
const dataFiles = await copyData();
const worker = await bundle('worker', {
  WASM_FILES: JSON.stringify(wasmFiles),
  DATA_FILES: JSON.stringify(dataFiles),
});
const frame = await bundle('frame', {
  WORKER_FILE: JSON.stringify(`./${worker.file}`),
  NEXT_FILES: JSON.stringify(nextFiles(worker)),
});
await writeFile(path.join(staging, 'frame.html'), frameDocument(frame.file));
await rm(target, { recursive: true, force: true });
await mkdir(path.dirname(target), { recursive: true });
await rename(staging, target);
console.log(`Built the sandbox: ${(await readdir(target)).length} files in public/sandbox`);

/** Bundles one entry with its chunks; returns the entry's hashed file name, and what esbuild says of all of them. */
async function bundle(name, define) {
  const result = await esbuild.build({
    entryPoints: { [name]: path.join(root, `lib/sandbox/${name}.ts`) },
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    outdir: staging,
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    define: {
      'process.env.NODE_ENV': '"production"',
      SITE_ORIGIN: JSON.stringify(process.env.SITE_ORIGIN ?? ''),
      ...define,
    },
    tsconfig: path.join(root, 'tsconfig.json'),
    plugins: [esbuildNative(), privateExpect()],
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
    metafile: true,
    logLevel: 'warning',
  });
  const outputs = Object.fromEntries(
    Object.entries(result.metafile.outputs).map(([file, output]) => [path.basename(file), output]),
  );
  const isEntry = ({ entryPoint }) => entryPoint?.endsWith(`${name}.ts`);
  return { file: Object.keys(outputs).find((file) => isEntry(outputs[file])), outputs };
}

/**
 * What every worker loads after its own file: the chunks that it is made of and those of the device that it starts with,
 * and that device's binary.
 */
function nextFiles({ file, outputs }) {
  const device = Object.keys(outputs).find((file) =>
    outputs[file].entryPoint?.includes('tfjs-backend-wasm/'),
  );
  const chunks = [...withImports(outputs, file).slice(1), ...withImports(outputs, device)];
  return [wasmFiles['tfjs-backend-wasm-simd.wasm'], ...new Set(chunks)];
}

/** A chunk and those that it imports at once, other than the worker's own file. */
function withImports(outputs, file) {
  const imported = outputs[file].imports
    .filter(({ kind, external }) => kind === 'import-statement' && !external)
    .map((chunk) => path.basename(chunk.path))
    .filter((chunk) => !chunk.startsWith('worker-'));
  return [file, ...imported.flatMap((chunk) => withImports(outputs, chunk))];
}

/** Copies the WASM binaries under hashed names; returns TensorFlow.js's name for each and ours. */
async function copyWasm() {
  const from = path.join(
    path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')),
    'dist',
  );
  const files = {};
  for (const name of WASM_NAMES) {
    const bytes = await readFile(path.join(from, name));
    files[name] = name.replace('.wasm', `-${hashOf(bytes)}.wasm`);
    await writeFile(path.join(staging, files[name]), bytes);
  }
  return files;
}

function frameDocument(frameFile) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Layerwise sandbox</title>
    <script type="module" src="./${frameFile}"></script>
  </head>
  <body></body>
</html>
`;
}

/**
 * Copies the data sets under hashed names, and what is said of each as it is; returns, for each path below `data/`, its
 * file and its size in bytes.
 */
async function copyData() {
  const files = {};
  for (const entry of await readdir(path.join(root, 'data'), { recursive: true })) {
    const name = entry.replaceAll('\\', '/');
    const extension = path.extname(name);
    if (extension === '') continue;
    const bytes = await readFile(path.join(root, 'data', name));
    const isServed = extension !== '.md';
    const file = isServed
      ? `${name.slice(0, -extension.length)}-${hashOf(bytes)}${extension}`
      : name;
    await mkdir(path.dirname(path.join(staging, 'data', file)), { recursive: true });
    await writeFile(path.join(staging, 'data', file), bytes);
    if (isServed) files[name] = { file: `data/${file}`, bytes: bytes.length };
  }
  return files;
}

function hashOf(bytes) {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 8).toUpperCase();
}
