import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './root.mjs';

const path = join(root, '.layerwise', 'content-revision.json');

/** The pages of the development server import this file; it must exist wherever types are checked. */
export function ensureRevision() {
  if (!existsSync(path)) write({ content: 0, sandbox: 0 });
}

/** Makes open pages of the development server render again. @param {'content' | 'sandbox'} what */
export function raiseRevision(what) {
  const former = JSON.parse(readFileSync(path, 'utf8'));
  write({ ...former, [what]: (former[what] ?? 0) + 1 });
}

function write(revision) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(revision)}\n`);
}
