import { describe, expect, it } from 'vitest';
import { cellSeed } from './seed';

/** The same hash, written down a second time with big integers from its two published parts. */
function reference(words: string): number {
  const mask = 0xffffffffn;
  let hash = 2166136261n;
  for (const byte of new TextEncoder().encode(words)) {
    hash = ((hash ^ BigInt(byte)) * 16777619n) & mask;
  }
  hash = ((hash ^ (hash >> 16n)) * 0x85ebca6bn) & mask;
  hash = ((hash ^ (hash >> 13n)) * 0xc2b2ae35n) & mask;
  return Number(hash ^ (hash >> 16n));
}

describe('cellSeed', () => {
  it('is FNV-1a with the finaliser of MurmurHash3', () => {
    for (const [seed, cell] of [
      [0, 'a'],
      [42, 'train'],
      [2 ** 31, 'the-last-cell'],
    ] as const) {
      expect(cellSeed(seed, cell)).toBe(reference(`${seed}:${cell}`));
    }
  });

  it('differs by lesson and by cell', () => {
    const ids = Array.from({ length: 1_000 }, (_, i) => `cell-${i}`);
    const seeds = [1, 2].flatMap((seed) => ids.map((id) => cellSeed(seed, id)));
    expect(new Set(seeds).size).toBe(2_000);
  });
});
