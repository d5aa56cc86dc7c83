import { ensureInstalled } from './install.mjs';
import { withLock } from './lock.mjs';
import { buildParts } from './parts.mjs';
import { ensureRevision } from './revision.mjs';

/**
 * Installs and builds what is missing or out of date.
 * @param {string[]} [parts] all of them by default
 */
export async function prepare(parts) {
  await withLock(async () => {
    await ensureInstalled();
    ensureRevision();
    await buildParts(parts);
  });
}
