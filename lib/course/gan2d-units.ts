/** The most that fits 16 bits, with room to round. */
const FURTHEST = 32_000;

/** Pairs as a `gan2d` frame has them: thousandths of the window's half side from its middle; NaN as the middle. */
export function toThousandths(
  values: Float32Array,
  [low, high]: readonly [number, number],
): Int16Array {
  const [middle, half] = [(low + high) / 2, (high - low) / 2];
  return Int16Array.from(values, (value) => {
    const place = Math.round((1000 * (value - middle)) / half);
    return Number.isNaN(place) ? 0 : Math.max(-FURTHEST, Math.min(FURTHEST, place));
  });
}
