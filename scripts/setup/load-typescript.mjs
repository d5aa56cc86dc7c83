import * as esbuild from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

/**
 * A module of the project in TypeScript, with all that it imports, as one file for Node.
 * @param {string} entry its path in the project
 * @param {string} name of the file that is made in `.layerwise`
 */
export async function loadTypeScript(entry, name) {
  const outfile = join(root, '.layerwise', `${name}.mjs`);
  await esbuild.build({
    entryPoints: [join(root, entry)],
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
