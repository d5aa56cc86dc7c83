import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

const PIXELS = 28 * 28;

/** All training digits of data/mnist as shares of ink, one after another. @param {string} root of the repository */
export function readDigits(root) {
  const file = gunzipSync(readFileSync(path.join(root, 'data/mnist/train.bin')));
  const count = file.length / (1 + PIXELS / 2);
  const values = new Float32Array(count * PIXELS);
  file.subarray(count).forEach((pair, at) => {
    values[2 * at] = (pair >> 4) / 15;
    values[2 * at + 1] = (pair & 15) / 15;
  });
  return values;
}
