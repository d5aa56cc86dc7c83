import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { root } from './root.mjs';

const FOLDER = join(root, '.next', 'server', 'app');

/**
 * The pages that the build has made, each with its route.
 * @returns {{ file: string, route: string }[]}
 */
export function prerenderedPages() {
  return readdirSync(FOLDER, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.html'))
    .map((name) => ({ file: join(FOLDER, name), route: routeOf(name) }));
}

/**
 * `index.html` is `/`, `learn/x.html` is `/learn/x`.
 * @param {string} file relative to the folder of pages
 */
export function routeOf(file) {
  const path = file
    .split(sep)
    .join('/')
    .replace(/\.html$/, '');
  return path === 'index' ? '/' : `/${path}`;
}
