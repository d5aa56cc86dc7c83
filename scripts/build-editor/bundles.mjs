// Bundles Monaco, its two workers and its styles.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const require = createRequire(import.meta.url);

/** The libraries that cells are checked with; see CHECK_OPTIONS in lib/editor-types/check-options.ts. */
const LIBRARIES = /^lib\.(es5|es20(1[5-9]|2[0-3])(\..+)?|decorators(\.legacy)?|webworker)\.d\.ts$/;

const SHARED = {
  bundle: true,
  minify: true,
  target: 'es2022',
  platform: 'browser',
  legalComments: 'external',
  metafile: true,
  entryNames: '[name]-[hash]',
  chunkNames: 'chunk-[hash]',
  assetNames: '[name]-[hash]',
  loader: { '.ttf': 'file' },
  logLevel: 'warning',
};

/** Writes all bundles into `outdir`; returns the hashed file name of each. */
export async function buildBundles(root, outdir) {
  const shared = {
    ...SHARED,
    outdir,
    absWorkingDir: root,
    tsconfig: path.join(root, 'tsconfig.json'),
  };
  const [page, editorWorker, typesWorker] = await Promise.all([
    esbuild.build({
      ...shared,
      entryPoints: { monaco: 'components/editor/monaco/entry.ts' },
      format: 'esm',
      splitting: true,
      plugins: [withoutAllFeatures],
    }),
    esbuild.build({
      ...shared,
      entryPoints: { 'editor-worker': require.resolve('monaco-editor/editor/editor.worker.js') },
      format: 'iife',
    }),
    esbuild.build({
      ...shared,
      entryPoints: { 'types-worker': 'lib/editor-types/cell-worker.ts' },
      format: 'iife',
      plugins: [fewerLibraries],
    }),
  ]);
  return {
    monaco: output(page, /^monaco-.*\.js$/),
    styles: output(page, /^monaco-.*\.css$/),
    editorWorker: output(editorWorker, /\.js$/),
    typesWorker: output(typesWorker, /\.js$/),
  };
}

function output(result, pattern) {
  const name = Object.keys(result.metafile.outputs)
    .map((file) => path.basename(file))
    .find((file) => pattern.test(file));
  if (!name) throw new Error(`esbuild wrote no file like ${pattern}.`);
  return name;
}

/** Monaco's language features import every feature of the editor; components/editor/monaco/entry.ts names those we want. */
const withoutAllFeatures = {
  name: 'without-all-features',
  setup(build) {
    build.onLoad(
      { filter: /monaco-editor[\\/]esm[\\/]vs[\\/]internal[\\/]common[\\/]workers\.js$/ },
      async (args) => {
        const text = await readFile(args.path, 'utf8');
        return {
          contents: text.replace(/^import '[^']+';$/gm, ''),
          resolveDir: path.dirname(args.path),
        };
      },
    );
  },
};

/** TypeScript's worker carries the libraries of every platform; a cell runs on one. */
const fewerLibraries = {
  name: 'fewer-libraries',
  setup(build) {
    build.onLoad({ filter: /typescript[\\/]lib[\\/]lib\.js$/ }, async (args) => {
      const { libFileMap } = await import(pathToFileURL(args.path).href);
      const kept = Object.entries(libFileMap).filter(([name]) => LIBRARIES.test(name));
      return { contents: `export const libFileMap = ${JSON.stringify(Object.fromEntries(kept))};` };
    });
  },
};
