import { checkCounts } from './check-counts';
import type { DataFiles } from './data-files';
import { labelledImages } from './labelled-images';
import type { Data } from './types/data';
import type { EmojiImages } from './types/images';

const SIZE = 64;
const PIXELS = SIZE * SIZE;
/** Of an image, three bytes each. */
const COLORS = 24;
const IMAGE_BYTES = COLORS * 3 + PIXELS;
const ALL = 1911;
const COUNTS = { google: { usual: ALL, most: ALL }, twitter: { usual: ALL, most: ALL } };

type Designer = keyof typeof COUNTS;
type Listed = { classes: string[]; labels: number[]; names: string[]; characters: string[] };

/** `data.emoji`. A designer that is not asked for is not fetched. */
export function createEmoji({ load }: DataFiles): Data['emoji'] {
  return async (options) => {
    const counts = checkCounts('data.emoji', COUNTS, options);
    const designers = (['google', 'twitter'] as const).filter((name) => counts[name] > 0);
    const [json, ...files] = await load('the emoji', [
      'emoji/emoji.json',
      ...designers.map((name) => `emoji/${name}.bin`),
    ]);
    const listed = JSON.parse(new TextDecoder().decode(json)) as Listed;
    const images = (name: Designer) =>
      readEmoji(files[designers.indexOf(name)] ?? new Uint8Array(), listed, counts[name]);
    return { google: images('google'), twitter: images('twitter'), classes: listed.classes };
  };
}

function readEmoji(file: Uint8Array, listed: Listed, count: number): EmojiImages {
  const pixels = new Float32Array(count * PIXELS * 3);
  for (let image = 0; image < count; image++) {
    const bytes = file.subarray(image * IMAGE_BYTES, (image + 1) * IMAGE_BYTES);
    paint(bytes, pixels.subarray(image * PIXELS * 3, (image + 1) * PIXELS * 3));
  }
  const labels = listed.labels.slice(0, count);
  const shape: [number, number, number] = [SIZE, SIZE, 3];
  return {
    ...labelledImages({ pixels, labels, classes: listed.classes.length, shape }),
    names: listed.names.slice(0, count),
    characters: listed.characters.slice(0, count),
  };
}

/** See `data/emoji/README.md`: an image is its colours, then for each pixel the number of its colour. */
function paint(image: Uint8Array, pixels: Float32Array): void {
  for (let at = 0; at < PIXELS; at++) {
    const color = 3 * (image[COLORS * 3 + at] as number);
    for (let channel = 0; channel < 3; channel++) {
      pixels[3 * at + channel] = (image[color + channel] as number) / 255;
    }
  }
}
