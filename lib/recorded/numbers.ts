/** The typed arrays that a recording may hold, by the names that it gives them. */
export const ARRAYS = {
  f32: Float32Array,
  f64: Float64Array,
  i8: Int8Array,
  u8: Uint8Array,
  u8c: Uint8ClampedArray,
  i16: Int16Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
} as const;

export type ArrayName = keyof typeof ARRAYS;
export type Numbers = InstanceType<(typeof ARRAYS)[ArrayName]>;

export function nameOf(array: ArrayBufferView): ArrayName {
  const names = Object.keys(ARRAYS) as ArrayName[];
  const name = names.find((each) => ARRAYS[each] === array.constructor);
  if (name === undefined) throw new TypeError(`A recording holds no ${array.constructor.name}.`);
  return name;
}

/**
 * How one array lies in the bytes, after the one before it: its type and how many numbers it has. Without an exponent
 * they lie as in memory, little end first. With one they are whole multiples of `2 ** exponent`, in two planes, the low
 * bytes and then the high ones, each multiple written as twice its size, less one where it is negative. With
 * `from`, what is written is the difference to the multiples of that array, an index into the list of all.
 */
export type Layout =
  | readonly [type: ArrayName, count: number]
  | readonly [type: ArrayName, count: number, exponent: number]
  | readonly [type: ArrayName, count: number, exponent: number, from: number];

/** How many bytes it takes. */
export function bytesOf([type, count, exponent]: Layout): number {
  return count * (exponent === undefined ? ARRAYS[type].BYTES_PER_ELEMENT : 2);
}

/** Multiples beyond this would not fit as differences in two bytes. */
export const MOST_STEPS = 16_383;
/** The largest size in a stream is so many binary digits of steps, so a float is off by 2^-12 of it at most. */
export const FINENESS = 12;
/**
 * Up to so many numbers in a stream are kept exactly. They are a figure's that stands still, and may be read on a
 * logarithmic axis, where a step of 2^-12 of the largest size makes noughts of the small ones.
 */
export const EXACT = 8_192;
