import * as esbuild from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../setup/root.mjs';

const OPTIONS = {
  bundle: true,
  format: 'esm',
  tsconfig: join(root, 'tsconfig.json'),
  logLevel: 'warning',
};

/**
 * What the checker takes from TypeScript.
 * @returns {Promise<typeof import('./tools')>}
 */
export async function loadTools() {
  const outfile = join(root, '.layerwise', 'check-content.mjs');
  await esbuild.build({
    ...OPTIONS,
    entryPoints: [join(root, 'scripts/check-content/tools.ts')],
    outfile,
    platform: 'node',
    packages: 'external',
  });
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}

/** The script of the page in which checks run. @returns {Promise<string>} */
export async function bundleHarness() {
  const { outputFiles } = await esbuild.build({
    ...OPTIONS,
    entryPoints: [join(root, 'scripts/check-content/harness.ts')],
    write: false,
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0].text;
}
