// Builds what the code editor loads when a reader starts to edit into public/editor/: Monaco, its workers, and the
// types that cells are checked against. Names carry a content hash; manifest.json says what is current.
import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildBundles } from './build-editor/bundles.mjs';
import { collectDeclarations } from './build-editor/declarations.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = path.join(root, 'public/editor');
const staging = path.join(root, '.layerwise/editor-staging');

const started = Date.now();
await rm(staging, { recursive: true, force: true });
await mkdir(staging, { recursive: true });
const types = JSON.stringify(collectDeclarations(root));
const typesFile = `types-${createHash('sha256').update(types).digest('hex').slice(0, 8).toUpperCase()}.json`;
await writeFile(path.join(staging, typesFile), types);
const bundles = await buildBundles(root, staging);
await writeFile(
  path.join(staging, 'manifest.json'),
  JSON.stringify({ ...bundles, types: typesFile }),
);
await removeEmptyNotices();
await rm(target, { recursive: true, force: true });
await mkdir(path.dirname(target), { recursive: true });
await rename(staging, target);
console.log(
  `Built the editor: ${(await readdir(target)).length} files in public/editor, ${Date.now() - started} ms`,
);

/** esbuild writes a file of notices beside each bundle, empty where there are none. */
async function removeEmptyNotices() {
  for (const name of await readdir(staging)) {
    const file = path.join(staging, name);
    if (name.endsWith('.LEGAL.txt') && (await stat(file)).size === 0) await rm(file);
  }
}
