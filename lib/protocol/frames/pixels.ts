import { float32, isCount, shape, uint8, type Check } from '../check';
import { LIMITS } from '../limits';

/**
 * Images of one size, a byte a number. `levels` is `[count, height, width, channels]`: 0 is the least and 254 the
 * greatest of its image's range, 255 what is no finite number. `ranges` is `[count, 2]`. There are 1 or 3 channels.
 */
export type Pixels = {
  count: number;
  height: number;
  width: number;
  channels: number;
  levels: Uint8Array;
  ranges: Float32Array;
};

const pixelsShape = shape<Pixels>({
  count: isCount,
  height: isCount,
  width: isCount,
  channels: isCount,
  levels: uint8,
  ranges: float32,
});

export const isPixels: Check<Pixels> = (value): value is Pixels =>
  pixelsShape(value) &&
  value.count <= LIMITS.images &&
  (value.channels === 1 || value.channels === 3) &&
  value.levels.length === value.count * value.height * value.width * value.channels &&
  value.ranges.length === 2 * value.count;
