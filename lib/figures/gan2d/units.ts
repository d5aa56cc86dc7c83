import type { FrameData } from '@/lib/protocol';

export type Gan2dData = FrameData['gan2d'];
/** x and y in the reader's own units. */
export type Place = readonly [x: number, y: number];

const THOUSAND = 1000;

export const countOf = (data: Gan2dData) => data.scores.length;

/** Pair `index` of places in the window. */
export function placeOf(
  { window: [low, high] }: Gan2dData,
  pairs: Int16Array,
  index: number,
): Place {
  const half = (high - low) / 2;
  const at = (offset: number) => low + half + ((pairs[2 * index + offset] ?? 0) * half) / THOUSAND;
  return [at(0), at(1)];
}

/** The way down of the generator's loss at a generated point: minus its gradient. */
export function arrowOf({ arrows, steepest }: Gan2dData, index: number): Place {
  const at = (offset: number) => ((arrows[2 * index + offset] ?? 0) * steepest) / THOUSAND;
  return [at(0), at(1)];
}

export function noiseOf({ noise, span }: Gan2dData, index: number): Place | null {
  if (noise.length === 0) return null;
  const at = (offset: number) => ((noise[2 * index + offset] ?? 0) * span) / THOUSAND;
  return [at(0), at(1)];
}

export const scoreOf = (data: Gan2dData, index: number) => (data.scores[index] ?? 0) / 255;
