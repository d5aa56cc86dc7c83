/** One unit in so many of a large layer is drawn. */
export const EVERY = 4;
const LARGE = 9;

/** The indices of the units that are drawn: all of a small layer, each fourth of a large one. */
export function sampleOf(units: number): number[] {
  const all = Array.from({ length: units }, (_, unit) => unit);
  return units < LARGE ? all : all.filter((unit) => unit % EVERY === EVERY - 1);
}
