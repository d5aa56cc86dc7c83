import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DIGIT_SIZE, readDigits } from '@/lib/data-formats/digits';
import { EMOJI_SIZE, readEmoji, type EmojiList } from '@/lib/data-formats/emoji';
import { PHOTOGRAPH_SIZE, readPhotograph } from '@/lib/data-formats/photograph';
import type { Picture } from './write-png';

const CLASSES = 10;

/** One image: red, green and blue from 0 to 1, or grey alone. `size` is a side in pixels. */
type Tile = { values: Float32Array; size: number; channels: 1 | 3 };

/** Images of a data set, a column for each class if it has any, from the very files that a cell is given. */
export const EXAMPLE_PICTURES: Readonly<Record<string, (data: string) => Picture>> = {
  mnist: (data) => sheet(digitRows(data, 3), { scale: 2, gap: 8 }),
  photograph: (data) => sheet([[photographTile(data)]], { scale: 3, gap: 0 }),
  emoji: (data) => sheet(emojiRows(data, 2), { scale: 1, gap: 8 }),
};

function digitRows(data: string, rows: number): Tile[][] {
  const { pixels, labels } = readDigits(unpacked(data, 'mnist/train.bin'), 500);
  return Array.from({ length: rows }, (_, row) =>
    nthOfEach(labels, row).map((at) => tile(pixels, at, DIGIT_SIZE, 1)),
  );
}

/** Each of the rows twice, by one designer and by the other. */
function emojiRows(data: string, rows: number): Tile[][] {
  const listed = JSON.parse(readFileSync(path.join(data, 'emoji/emoji.json'), 'utf8')) as EmojiList;
  const count = 500;
  const labels = listed.labels.slice(0, count);
  const designers = ['google', 'twitter'].map((name) =>
    readEmoji(unpacked(data, `emoji/${name}.bin`), count),
  );
  return Array.from({ length: rows }, (_, row) =>
    designers.map((pixels) => nthOfEach(labels, row).map((at) => tile(pixels, at, EMOJI_SIZE, 3))),
  ).flat();
}

function photographTile(data: string): Tile {
  const values = readPhotograph(unpacked(data, 'photograph/allium.bin'));
  return { values, size: PHOTOGRAPH_SIZE, channels: 1 };
}

function unpacked(data: string, file: string): Uint8Array {
  return gunzipSync(readFileSync(path.join(data, file)));
}

/** Where the n-th example of each class is. */
function nthOfEach(labels: readonly number[], n: number): number[] {
  return Array.from({ length: CLASSES }, (_, label) => {
    const places = labels.flatMap((one, at) => (one === label ? at : []));
    const place = places[n];
    if (place === undefined) throw new Error(`Class ${label} has no example ${n + 1}.`);
    return place;
  });
}

function tile(pixels: Float32Array, at: number, size: number, channels: 1 | 3): Tile {
  const length = size * size * channels;
  return { values: pixels.subarray(at * length, (at + 1) * length), size, channels };
}

/** Tiles beside and below each other; what is between them is transparent. */
function sheet(rows: readonly Tile[][], { scale, gap }: { scale: number; gap: number }): Picture {
  const [first = []] = rows;
  const side = (first[0]?.size ?? 0) * scale;
  const width = first.length * (side + gap) - gap;
  const height = rows.length * (side + gap) - gap;
  const picture = { width, height, pixels: new Uint8Array(width * height * 4) };
  for (const [row, tiles] of rows.entries()) {
    for (const [column, one] of tiles.entries()) {
      paint(picture, one, { left: column * (side + gap), top: row * (side + gap), scale });
    }
  }
  return picture;
}

type Place = { left: number; top: number; scale: number };

function paint({ width, pixels }: Picture, one: Tile, { left, top, scale }: Place): void {
  const { values, size, channels } = one;
  for (let y = 0; y < size * scale; y++) {
    for (let x = 0; x < size * scale; x++) {
      const from = (Math.floor(y / scale) * size + Math.floor(x / scale)) * channels;
      const to = ((top + y) * width + left + x) * 4;
      for (let channel = 0; channel < 3; channel++) {
        pixels[to + channel] = Math.round(255 * (values[from + (channel % channels)] ?? 0));
      }
      pixels[to + 3] = 255;
    }
  }
}
