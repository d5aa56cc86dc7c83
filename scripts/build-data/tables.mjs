import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeData } from './write-data.mjs';

/** Each as the package has it, but for the names in the header. @param {string} folder with the packages */
export function buildSeattle(folder) {
  writeTable(folder, 'seattle-weather', 'date,precipitation,high,low,wind,weather');
}

/** @param {string} folder with the packages */
export function buildCo2(folder) {
  writeTable(folder, 'co2-concentration', 'date,co2,adjusted', 'mauna-loa-co2');
}

function writeTable(folder, file, header, name = file) {
  const text = readFileSync(join(folder, 'node_modules/vega-datasets/data', `${file}.csv`), 'utf8');
  const [, ...rows] = text.trim().split(/\r?\n/);
  writeData(`${name}/${name}.csv`, `${[header, ...rows].join('\n')}\n`);
}
