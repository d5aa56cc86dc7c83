import { existsSync, readdirSync, statSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
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
  const end = watchFolders(paths, (name) => {
    if (!/\.test\.[a-z]+$|~$/.test(name)) settle();
  });
  return () => {
    clearTimeout(timer);
    end();
  };
}

/** Calls `heard` with the name of each file that changed; folders may come and go. */
function watchFolders(paths, heard) {
  const watchers = new Map();
  const look = () => {
    for (const [place, { folder, watcher }] of watchers) {
      if (existsSync(folder)) continue;
      watcher.close();
      watchers.delete(place);
    }
    for (const { folder, file } of paths.flatMap((path) => foldersOf(join(root, path)))) {
      const place = join(folder, file ?? '');
      if (watchers.has(place)) continue;
      const watcher = watch(folder, (_event, name) => {
        look();
        if (file === null || name === file) heard(name ?? '');
      });
      // A folder that is taken away; it is looked for again with the next change above it.
      watchers.set(place, { folder, watcher: watcher.on('error', () => {}) });
    }
  };
  look();
  return () => watchers.forEach(({ watcher }) => watcher.close());
}

/**
 * Folders are watched, one by one, and never files: most editors put a new file in the old one's place, and a watch stays
 * with the old one. Node's own recursive watch has that fault on Linux.
 */
function foldersOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [{ folder: dirname(path), file: basename(path) }];
  const below = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [
    { folder: path, file: null },
    ...below.flatMap(({ name }) => foldersOf(join(path, name))),
  ];
}
