import * as esbuild from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../setup/root.mjs';

/**
 * What the recorder takes from `lib`, which is TypeScript.
 * @returns {Promise<typeof import('./tools')>}
 */
export async function loadTools() {
  const outfile = join(root, '.layerwise', 'recorder.mjs');
  await esbuild.build({
    entryPoints: [join(root, 'scripts/record/tools.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'warning',
  });
  // An address of its own each time, or Node would give the one that it has.
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}
