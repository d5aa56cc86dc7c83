/** Pixels a side. */
export const EMOJI_SIZE = 64;
const PIXELS = EMOJI_SIZE * EMOJI_SIZE;
/** Of an image, three bytes each. */
const COLORS = 24;
const IMAGE_BYTES = COLORS * 3 + PIXELS;

/** `emoji.json`: what both designers' files hold, in their order. `labels` are places in `classes`. */
export type EmojiList = {
  classes: string[];
  labels: number[];
  names: string[];
  characters: string[];
};

/**
 * The first images of a file that `data/emoji/README.md` describes: the colours of an image, then for each pixel the
 * number of its colour.
 * @returns red, green and blue from 0 to 1 of each pixel, image by image
 */
export function readEmoji(file: Uint8Array, count: number): Float32Array {
  const pixels = new Float32Array(count * PIXELS * 3);
  for (let image = 0; image < count; image++) {
    const bytes = file.subarray(image * IMAGE_BYTES, (image + 1) * IMAGE_BYTES);
    paint(bytes, pixels.subarray(image * PIXELS * 3, (image + 1) * PIXELS * 3));
  }
  return pixels;
}

function paint(image: Uint8Array, pixels: Float32Array): void {
  for (let at = 0; at < PIXELS; at++) {
    const color = 3 * (image[COLORS * 3 + at] as number);
    for (let channel = 0; channel < 3; channel++) {
      pixels[3 * at + channel] = (image[color + channel] as number) / 255;
    }
  }
}
