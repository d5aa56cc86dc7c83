/** Pixels a side. */
export const DIGIT_SIZE = 28;
const PIXELS = DIGIT_SIZE * DIGIT_SIZE;
const LEVELS = 15;

/**
 * The first digits of a file that `data/mnist/README.md` describes: a byte for each label, then half a byte for each
 * pixel, the left one first.
 * @returns pixels from 0 (paper) to 1 (ink), digit by digit
 */
export function readDigits(
  file: Uint8Array,
  count: number,
): { pixels: Float32Array; labels: number[] } {
  const size = PIXELS / 2;
  const first = file.length / (1 + size);
  const pixels = new Float32Array(count * PIXELS);
  for (let at = 0; at < count * size; at++) {
    const pair = file[first + at] as number;
    pixels[2 * at] = (pair >> 4) / LEVELS;
    pixels[2 * at + 1] = (pair & 15) / LEVELS;
  }
  return { pixels, labels: [...file.subarray(0, count)] };
}
