import { brotliSize } from './brotli-size.mjs';

/** How many frames are kept, see `thinShow`: the first of these with which the lesson is within what it may weigh. */
const FRAMES = Array.from({ length: 24 }, (_, at) => Math.round(20_000 * 0.7 ** at));

/**
 * @param {typeof import('./tools')} tools
 * @param {{ head: object, cells: readonly { id: string }[], kept: Map<string, object>, hashes: Record<string, string> }} made
 * @param {number} most of what all cells' files take when they are sent, in bytes
 * @returns {{ recording: import('@/lib/recorded/recording').Recording, numbers: Uint8Array, size: number }}
 */
export function packRecording(tools, made, most) {
  let packed = null;
  for (const frames of FRAMES) {
    packed = packWith(tools, made, frames);
    if (packed.size <= most) break;
  }
  return packed;
}

function packWith(tools, { head, cells, kept, hashes }, frames) {
  const entries = [];
  const parts = [];
  let [at, size] = [0, 0];
  for (const { id } of cells) {
    const { outputs, figures, ms, device } = kept.get(id);
    const { tree, arrays, bytes } = tools.packShow(tools.thinShow({ outputs, figures }, frames));
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
