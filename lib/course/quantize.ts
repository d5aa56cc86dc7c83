import type { Pixels } from '@/lib/protocol';

/** Images of one size, `[count, height, width, channels]`. */
export type Stack = {
  count: number;
  height: number;
  width: number;
  channels: number;
  values: Float32Array;
};

const HIGHEST = 254;
const BROKEN = 255;

/** How the range that the levels of an image span is found from its least and greatest number. */
export type Spread = (low: number, high: number) => readonly [number, number];

export const UNIT: Spread = () => [0, 1];
export const OWN: Spread = (low, high) => [low, high];
/** Holds zero, so that nothing is shown as nothing. */
export const FROM_ZERO: Spread = (low, high) => [Math.min(0, low), Math.max(0, high)];
/** Zero is exactly the middle level. */
export const AROUND_ZERO: Spread = (low, high) => {
  const size = Math.max(high, -low);
  return [-size, size];
};

/** A byte a number, see `Pixels`; each image has a range of its own. */
export function quantize(
  { count, height, width, channels, values }: Stack,
  spread: Spread,
): Pixels {
  const size = height * width * channels;
  const levels = new Uint8Array(values.length);
  const ranges = new Float32Array(2 * count);
  for (let image = 0; image < count; image++) {
    const own = values.subarray(image * size, (image + 1) * size);
    ranges.set(spread(...endsOf(own)), 2 * image);
    // As the page will read them: rounded to 32 bits.
    const [low = 0, high = 0] = ranges.subarray(2 * image, 2 * image + 2);
    const scale = high > low ? HIGHEST / (high - low) : 0;
    own.forEach((value, at) => {
      const level = Math.round((value - low) * scale);
      levels[image * size + at] = Number.isFinite(value)
        ? Math.min(HIGHEST, Math.max(0, level))
        : BROKEN;
    });
  }
  return { count, height, width, channels, levels, ranges };
}

/** Of the finite ones; 0 and 0 where there are none. */
export function endsOf(values: Float32Array): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low > high ? [0, 0] : [low, high];
}
