import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/root.mjs';

/**
 * Checks the types of answers as the reader's editor does, with the declarations of the built editor.
 * @param {typeof import('./tools')} tools
 */
export async function loadTypes({ answerTypes }) {
  const { default: ts } = await import('typescript');
  const folder = join(root, 'public', 'editor');
  const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return answerTypes(ts, read(read('manifest.json').types));
}
