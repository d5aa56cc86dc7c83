import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

// An editor writes a file in several steps.
const SETTLE_MS = 120;

/**
 * Calls `changed` after files below `paths` changed; never twice at once, and once more when something
 * changed meanwhile.
 * @param {string[]} paths relative to the project; those that are missing are left out
 * @param {() => Promise<void>} changed
 * @returns {() => void} ends it
 */
export function watchPaths(paths, changed) {
  let timer;
  let running = false;
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(work, SETTLE_MS);
  };
  const work = async () => {
    if (running) return settle();
    running = true;
    await changed().finally(() => (running = false));
  };
  const watchers = paths
    .map((path) => join(root, path))
    .filter((path) => existsSync(path))
    .map((path) =>
      watch(path, { recursive: true }, (_event, file) => {
        if (!/\.test\.[a-z]+$|~$/.test(file ?? '')) settle();
      }),
    );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
