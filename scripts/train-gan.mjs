// Trains the generator of digits that lessons load with data.generator('digits'), on data/mnist with our own kernels in
// Node, and writes it to data/gan-digits. For maintainers; what it writes is committed. About half an hour.
//
//   node scripts/train-gan.mjs           8,000 steps
//   node scripts/train-gan.mjs 200       to try it
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { esbuildNative } from './native/plugins.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = path.join(root, '.layerwise/train-gan.mjs');
await mkdir(path.dirname(bundle), { recursive: true });
await esbuild.build({
  entryPoints: [path.join(root, 'scripts/train-gan/train.mjs')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  tsconfig: path.join(root, 'tsconfig.json'),
  plugins: [esbuildNative()],
  // TensorFlow.js's files for Node are CommonJS and ask for these.
  banner: {
    js: [
      "import { createRequire as requireFrom } from 'node:module';",
      'const require = requireFrom(import.meta.url);',
      "const __dirname = new URL('.', import.meta.url).pathname, __filename = __dirname;",
    ].join('\n'),
  },
  logLevel: 'warning',
});
const { train } = await import(pathToFileURL(bundle).href);
await train({ root, steps: Number(process.argv[2] ?? 8_000) });
