import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/root.mjs';

/** What links may lead to, besides lessons: the routes of app/ that have no parameter, and files of public/ and app/. */
export function readSite() {
  return { pages: new Set(pagesIn('')), hasFile };
}

function pagesIn(folder) {
  const entries = readdirSync(join(root, 'app', folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    if (entry.name === 'page.tsx') return [folder === '' ? '/' : folder];
    return entry.isDirectory() && !entry.name.startsWith('[')
      ? pagesIn(`${folder}/${entry.name}`)
      : [];
  });
}

function hasFile(address) {
  return ['public', 'app'].some(
    (folder) => /\.\w+$/.test(address) && existsSync(join(root, folder, address)),
  );
}

/** The titles of the figures that were recorded of a lesson, by cell; none where nothing was. */
export function recordedTitles({ titlesOf }, content, { folder }) {
  const path = join(content, folder, 'recorded', 'recording.json');
  return existsSync(path) ? titlesOf(JSON.parse(readFileSync(path, 'utf8'))) : new Map();
}
