/** Round numbers of a logarithmic axis; the first and the last enclose the values. */
export type LogTicks = { values: number[]; min: number; max: number };

/** What to multiply a power of ten by, so that a short axis has enough ticks. */
const STEPS = [[1], [1, 3], [1, 2, 5]] as const;

/**
 * Powers of ten that enclose `[min, max]`, at most about `count`; of a range below two decades also
 * their multiples. Only what is above zero has a place on such an axis; where nothing is, it runs from 0.1 to 1.
 */
export function logTicks(min: number, max: number, count: number): LogTicks {
  const [low, high] = min > 0 && Number.isFinite(max) && max >= min ? [min, max] : [0.1, 1];
  const decades = Math.log10(high / low);
  const steps = STEPS[decades > 2 ? 0 : decades > 1 ? 1 : 2]!;
  const marks = marksAround(low, high, steps);
  const every = Math.max(1, Math.ceil((marks.length - 1) / Math.max(2, count)));
  // Counted from the top, where most is to be read; the ends enclose the values whatever is left out.
  const values = marks.filter((_, at) => (marks.length - 1 - at) % every === 0);
  return { values, min: marks[0]!, max: marks.at(-1)! };
}

/** From the last mark at or below `low` to the first at or above `high`, and at least two. */
function marksAround(low: number, high: number, steps: readonly number[]): number[] {
  const first = Math.floor(Math.log10(low) + 1e-6);
  const last = Math.ceil(Math.log10(high) - 1e-6);
  const all: number[] = [];
  for (let power = first; power <= last; power++) {
    for (const step of steps) all.push(Number(`${step}e${power}`));
  }
  all.push(Number(`1e${last + 1}`));
  const start = Math.max(
    0,
    all.findLastIndex((mark) => mark <= low * 1.000001),
  );
  const end = all.findIndex((mark) => mark >= high * 0.999999);
  return all.slice(start, Math.max(end, start + 1) + 1);
}
