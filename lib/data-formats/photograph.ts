/** Pixels a side. */
export const PHOTOGRAPH_SIZE = 128;

/**
 * The file that `data/photograph/README.md` describes: a byte for each pixel, row by row.
 * @returns pixels from 0 (black) to 1 (white)
 */
export function readPhotograph(file: Uint8Array): Float32Array {
  return Float32Array.from(file, (grey) => grey / 255);
}
