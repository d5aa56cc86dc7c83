import { createHash } from 'node:crypto';
import type { CellId } from '@/lib/protocol';

/**
 * For each cell a hash of the lesson's seed and of the code of all cells down to it: what it shows may hang on any of
 * them. Titles, prose and what follows do not count.
 */
export function lessonHashes(
  seed: number,
  cells: readonly { id: CellId; code: string }[],
): Record<CellId, string> {
  const hashes: Record<CellId, string> = {};
  let last = `seed ${seed}`;
  for (const { id, code } of cells) {
    const text = `${last}\n${id} ${code.length}\n${code}`;
    last = createHash('sha256').update(text).digest('hex').slice(0, 16);
    hashes[id] = last;
  }
  return hashes;
}
