/** Round numbers that span `[min, max]`; `values[0]` may be below `min`, the last above `max`. */
export type Ticks = { values: number[]; step: number; min: number; max: number };

/**
 * Between two and about `count` round steps (1, 2 or 5 times a power of ten) that enclose the range.
 * `whole` keeps to whole numbers, for counts such as epochs.
 */
export function niceTicks(min: number, max: number, count: number, whole = false): Ticks {
  const [low, high] = widen(min, max);
  const raw = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((f) => f * power >= raw * (1 - 1e-9)) ?? 10;
  const step = whole ? Math.max(1, Math.round(factor * power)) : factor * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const digits = digitsFor(Math.max(Math.abs(first), Math.abs(last)));
  const values = Array.from({ length: last - first + 1 }, (_, i) =>
    clean((first + i) * step, digits),
  );
  return { values, step, min: clean(first * step, digits), max: clean(last * step, digits) };
}

/** A range so much narrower than its numbers are large is dust of their arithmetic. */
const DUST = 1e-12;

/** A range of no length is given one, so that a single point sits inside its axes. */
function widen(min: number, max: number): [number, number] {
  if (!Number.isFinite(min) || !Number.isFinite(max)) return [0, 1];
  if (max - min > DUST * Math.max(Math.abs(min), Math.abs(max))) return [min, max];
  const pad = Math.abs(min) * 0.1 || 0.5;
  return [min - pad, max + pad];
}

/** Of a number of so many steps; more than twelve only where ticks stand closer than those tell apart. */
const digitsFor = (steps: number) =>
  Math.min(15, Math.max(12, Math.ceil(Math.log10(Math.max(1, steps))) + 2));

/** Takes off the dust of binary fractions: 0.30000000000000004 is 0.3. */
const clean = (value: number, digits: number) => Number(value.toPrecision(digits));
