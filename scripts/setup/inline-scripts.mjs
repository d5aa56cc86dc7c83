import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from './root.mjs';

const SCRIPT = /<script\b((?:"[^"]*"|'[^']*'|[^>"'])*)>([\s\S]*?)<\/script\s*>/gi;

/**
 * The sources that a content policy needs for the inline scripts of a page, each once, in order.
 * @param {string} html
 * @returns {string[]} e.g. `sha256-…`
 */
export function inlineScriptHashes(html) {
  const inline = [...html.matchAll(SCRIPT)].filter(
    ([, attributes]) => !/\ssrc\s*=/i.test(attributes),
  );
  return [...new Set(inline.map(([, , text]) => sha256(text)))];
}

/** Writes the hashes of every prerendered page where proxy.ts reads them; part of the build of the site. */
export function writeInlineScripts() {
  const pages = join(root, '.next', 'server', 'app');
  const hashes = Object.fromEntries(
    htmlFiles(pages).map((file) => [
      routeOf(relative(pages, file)),
      inlineScriptHashes(readFileSync(file, 'utf8')),
    ]),
  );
  writeFileSync(join(root, '.next', 'inline-scripts.json'), JSON.stringify(hashes));
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

function htmlFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(folder, name));
}

// A parser reads CRLF and CR as LF, and the policy is checked against what was parsed.
function sha256(text) {
  const parsed = text.replace(/\r\n?/g, '\n');
  return `sha256-${createHash('sha256').update(parsed).digest('base64')}`;
}
