import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * A hash of files and folders by their paths and contents, and of what else a result depends on.
 * Tests, hidden files and what is missing do not count.
 * @param {string[]} paths relative to `base`
 * @param {string[]} facts e.g. the version of Node
 */
export function fingerprint(paths, facts = [], base = root) {
  const hash = createHash('sha256');
  for (const fact of facts) hash.update(`fact ${fact.length} ${fact}\n`);
  for (const path of paths.flatMap((path) => filesIn(base, path)).sort()) {
    const bytes = readFileSync(join(base, path));
    hash.update(`file ${path} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

function filesIn(base, path) {
  const full = join(base, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .filter(
      (name) => !name.startsWith('.') && name !== 'node_modules' && !/\.test\.[a-z]+$/.test(name),
    )
    .flatMap((name) => filesIn(base, `${path}/${name}`));
}
