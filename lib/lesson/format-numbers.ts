/** Significant digits of the largest number of a group; the others share its decimals. */
const DIGITS = 4;

/**
 * Numbers that stand in one grid, written alike so that a column can be read down:
 * integers as they are, others with as many decimals as give the largest 4 digits, or fewer
 * where none of them has so many.
 * A number too small for those decimals is written with an exponent, never as zero.
 */
export function formatNumbers(values: readonly (number | string)[]): string[] {
  const finite = values.filter(isFiniteNumber);
  if (finite.every((value) => Number.isInteger(value) && Math.abs(value) < 1e12)) {
    return values.map(String);
  }
  const largest = finite.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const power = Math.floor(Math.log10(largest));
  const write =
    power >= 6 || power < -4
      ? (value: number) => value.toExponential(DIGITS - 1)
      : fixed(Math.min(Math.max(0, DIGITS - 1 - power), longestDecimals(finite)));
  return values.map((value) => (isFiniteNumber(value) ? write(value) : String(value)));
}

/** One number by itself. */
export function formatNumber(value: number): string {
  return formatNumbers([value])[0] ?? '';
}

function fixed(decimals: number): (value: number) => string {
  const limit = 0.5 * 10 ** -decimals;
  return (value) =>
    value !== 0 && Math.abs(value) < limit ? value.toExponential(1) : value.toFixed(decimals);
}

function longestDecimals(values: readonly number[]): number {
  const decimals = (value: number) => {
    const text = String(value);
    return text.includes('e') ? DIGITS * 2 : (text.split('.')[1]?.length ?? 0);
  };
  return values.reduce((longest, value) => Math.max(longest, decimals(value)), 0);
}

function isFiniteNumber(value: number | string): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
