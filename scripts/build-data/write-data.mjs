import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const DATA = fileURLToPath(new URL('../../data/', import.meta.url));

/** Writes a file below `data/`. */
export function writeData(path, content) {
  const file = join(DATA, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  console.log(`Wrote data/${path}, ${(content.length / 1e6).toFixed(2)} MB.`);
}

/** The same, as gzip: what browsers can unpack by themselves, wherever the file is served from. */
export function writePacked(path, bytes) {
  writeData(path, gzipSync(bytes, { level: 9 }));
}
