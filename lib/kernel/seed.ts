const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * The seed of every run of a cell: a hash of the lesson's seed and the cell's id, so that it depends on neither the
 * order of runs nor their number. An unsigned 32-bit integer.
 *
 * FNV-1a over code points, then the finaliser of MurmurHash3, for ids that differ in their last letter alone.
 */
export function cellSeed(lessonSeed: number, cell: string): number {
  let hash = FNV_OFFSET;
  for (const character of `${lessonSeed}:${cell}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), FNV_PRIME);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
