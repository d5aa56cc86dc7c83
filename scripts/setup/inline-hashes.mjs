import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prerenderedPages } from './prerendered-pages.mjs';
import { root } from './root.mjs';

const SCRIPT = /<script\b((?:"[^"]*"|'[^']*'|[^>"'])*)>([\s\S]*?)<\/script\s*>/gi;
const STYLE = /<style\b((?:"[^"]*"|'[^']*'|[^>"'])*)>([\s\S]*?)<\/style\s*>/gi;

/**
 * The sources that a content policy needs for the inline scripts and styles of a page, each once, in order.
 * @param {string} html
 * @returns {{ scripts: string[], styles: string[] }} e.g. `sha256-…`
 */
export function inlineHashes(html) {
  const scripts = [...html.matchAll(SCRIPT)].filter(
    ([, attributes]) => !/\ssrc\s*=/i.test(attributes),
  );
  // What a script holds is no element, though it may read like one.
  const styles = [...html.replace(SCRIPT, '').matchAll(STYLE)];
  return { scripts: hashesOf(scripts), styles: hashesOf(styles) };
}

/** Writes the hashes of every prerendered page where proxy.ts reads them; part of the build of the site. */
export function writeInlineHashes() {
  const hashes = Object.fromEntries(
    prerenderedPages().map(({ file, route }) => [route, inlineHashes(readFileSync(file, 'utf8'))]),
  );
  writeFileSync(join(root, '.next', 'inline-hashes.json'), JSON.stringify(hashes));
}

function hashesOf(elements) {
  return [...new Set(elements.map(([, , text]) => sha256(text)))];
}

// A parser reads CRLF and CR as LF, and the policy is checked against what was parsed.
function sha256(text) {
  const parsed = text.replace(/\r\n?/g, '\n');
  return `sha256-${createHash('sha256').update(parsed).digest('base64')}`;
}
