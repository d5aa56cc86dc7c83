import { existsSync, readdirSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { root } from './root.mjs';

const compress = promisify(brotliCompress);

/** What the build serves under names that change with their content. */
const FOLDERS = ['.next/static', 'public/sandbox', 'public/editor', 'public/recorded'];

/** Text, drawings, numbers and WebAssembly; fonts and pictures of pixels are compressed as they are. */
const KINDS = /\.(?:bin|css|csv|js|json|svg|txt|wasm)$/;

/** A name with a hash in it: a file that is there under such a name needs no second look. */
const HASHED = /^\.next\/static\/(?:chunks|media)\/|[-.][A-Z0-9]{8}\.\w+$/;

/** Zlib has as many threads by default. */
const AT_ONCE = 4;

/**
 * Writes `x.js.br` beside `x.js` where there is none, at the highest quality, which is a sixth less than gzip on the fly;
 * `server.mjs` sends it to browsers that read it. A few seconds once for each new file.
 */
export async function compressAhead() {
  const waiting = FOLDERS.flatMap(filesOf).filter((file) => !existsSync(place(`${file}.br`)));
  if (waiting.length > 0) console.log(`Compressing ${waiting.length} files.`);
  const work = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) await write(file);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

function filesOf(folder) {
  if (!existsSync(place(folder))) return [];
  return readdirSync(place(folder), { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
    .filter((file) => KINDS.test(file) && HASHED.test(file));
}

async function write(file) {
  const bytes = await readFile(place(file));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const packed = await compress(bytes, { params });
  // A file that is there is whole: it counts as done the next time.
  await writeFile(place(`${file}.part`), packed);
  await rename(place(`${file}.part`), place(`${file}.br`));
}

function place(file) {
  return join(root, file);
}
