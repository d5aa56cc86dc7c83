import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupError } from '../setup/fail.mjs';
import { root } from '../setup/root.mjs';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** @param {string} slug @param {string} what as in "the id of an exercise" */
export function requireSlug(slug, what) {
  if (SLUG.test(slug)) return;
  throw new SetupError(
    `"${slug}" can't be ${what}.`,
    'Use lower-case letters and digits, with hyphens between words, such as stable-softmax.',
  );
}

/** Writes a file that must not be there. @param {string} path in the project */
export function writeNew(path, text) {
  const full = join(root, path);
  if (existsSync(full)) {
    throw new SetupError(`${path} is there already.`, 'Choose another name, or edit that file.');
  }
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text, { flag: 'wx' });
}
