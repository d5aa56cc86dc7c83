import { isCount, listOf, shape, uint8, type Check } from '../check';
import { isName } from '../guard-text';

/**
 * Images that a generator makes along two directions of its noise: `size` by `size` of them, row by row from the top
 * left, each `height` by `width` with one byte a pixel, 0 paper to 255 ink.
 */
export type LatentData = {
  size: number;
  height: number;
  width: number;
  levels: Uint8Array;
  /** Names of the four corners, from the top left as the clock goes; or none. */
  corners: string[];
};

const latentShape = shape<LatentData>({
  size: isCount,
  height: isCount,
  width: isCount,
  levels: uint8,
  corners: listOf(isName, 4),
});

export const isLatentData: Check<LatentData> = (value): value is LatentData =>
  latentShape(value) &&
  value.size > 0 &&
  value.levels.length === value.size ** 2 * value.height * value.width &&
  (value.corners.length === 0 || value.corners.length === 4);
