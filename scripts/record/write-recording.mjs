import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes a recording into its folder; one that says the same as what is there leaves that as it is, its day included.
 * @param {string} folder
 * @param {ReturnType<typeof import('./pack-recording.mjs').packRecording>} made
 * @returns {string} what was done, for a terminal
 */
export function writeRecording(folder, { recording, numbers, size }) {
  const [text, bytes] = [join(folder, 'recording.json'), join(folder, 'numbers.bin')];
  if (existsSync(text) && existsSync(bytes)) {
    const former = JSON.parse(readFileSync(text, 'utf8'));
    const same = said(former) === said(recording) && numbers.equals(readFileSync(bytes));
    if (same) return 'nothing has changed.';
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(text, format(recording));
  writeFileSync(bytes, numbers);
  return `${Object.keys(recording.cells).length} cells, ${Math.round(size / 1000)} kB compressed.`;
}

/** All but when it was made, and how long that took. */
function said(recording) {
  return JSON.stringify(recording, (key, value) => (['recorded', 'ms'].includes(key) ? 0 : value));
}

/** One line for each output and each frame, so that a change can be read. */
function format(value, depth = 0) {
  const isList = Array.isArray(value);
  const isPlain = typeof value !== 'object' || value === null;
  const flat = JSON.stringify(value);
  if (isPlain || flat.length < 100 || depth >= 7) return flat;
  const indent = ' '.repeat(depth + 1);
  const lines = isList
    ? value.map((each) => format(each, depth + 1))
    : Object.entries(value).map(
        ([key, each]) => `${JSON.stringify(key)}: ${format(each, depth + 1)}`,
      );
  const [open, close] = isList ? '[]' : '{}';
  return `${open}\n${lines.map((line) => indent + line).join(',\n')}\n${' '.repeat(depth)}${close}${depth === 0 ? '\n' : ''}`;
}
