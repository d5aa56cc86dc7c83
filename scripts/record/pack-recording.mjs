import { brotliSize } from './brotli-size.mjs';

/**
 * How many numbers are kept of each figure, over all its frames: the first of these with which the lesson is within
 * what its files may take.
 */
const NUMBERS = [
  200_000, 140_000, 100_000, 70_000, 50_000, 35_000, 25_000, 15_000, 8_000, 4_000, 1,
];
/** Of what all cells' files take when they are sent, in bytes; the pictures that show before are the rest. */
const MOST = 180_000;

/**
 * @param {typeof import('./tools')} tools
 * @param {{ head: object, cells: readonly { id: string }[], kept: Map<string, object>, hashes: Record<string, string> }} made
 * @returns {{ recording: import('@/lib/recorded/recording').Recording, numbers: Uint8Array, size: number }}
 */
export function packRecording(tools, made) {
  let packed = null;
  for (const numbers of NUMBERS) {
    packed = packWith(tools, made, numbers);
    if (packed.size <= MOST) break;
  }
  return packed;
}

function packWith(tools, { head, cells, kept, hashes }, numbers) {
  const entries = [];
  const parts = [];
  let [at, size] = [0, 0];
  for (const { id } of cells) {
    const { outputs, figures, ms, device } = kept.get(id);
    const { tree, arrays, bytes } = tools.packShow(tools.thinShow({ outputs, figures }, numbers));
    const cell = {
      ...{ code: hashes[id], ms: Math.round(ms), device },
      ...{ bytes: [at, bytes.length], arrays, show: tree },
    };
    entries.push([id, cell]);
    parts.push(bytes);
    at += bytes.length;
    size += brotliSize(tools.writeCellFile(cell, bytes));
  }
  const recording = { ...head, cells: Object.fromEntries(entries) };
  return { recording, numbers: Buffer.concat(parts), size };
}
