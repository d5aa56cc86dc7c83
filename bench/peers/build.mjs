import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorker } from '../baseline/build.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** @returns {Promise<Map<string, { body: Buffer, type: string }>>} the page of the peers and their workers, by path */
export async function buildPeers() {
  const files = new Map();
  files.set('/peers', { body: await readFile(join(here, 'page.html')), type: 'text/html' });
  for (const name of ['tfjs', 'convnetjs', 'jax', 'changes']) {
    const body = await bundleWorker(join(here, `${name}.worker.js`));
    files.set(`/${name}.js`, { body, type: 'text/javascript' });
  }
  return files;
}
