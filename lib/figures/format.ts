const MINUS = '\u2212';
const withMinus = (text: string) => text.replace('-', MINUS);

/** `2592` as "2,592". */
export function formatCount(value: number): string {
  return withMinus(Math.round(value).toLocaleString('en-US'));
}

/** Three decimals for numbers of everyday size, fewer for larger ones, a power of ten for tiny and huge ones. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'infinity' : `${MINUS}infinity`;
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size < 5e-4 || size >= 1e7) return withMinus(value.toExponential(1).replace('e+', 'e'));
  if (size >= 1000) return formatCount(value);
  return withMinus(value.toFixed(size >= 100 ? 1 : size >= 10 ? 2 : 3));
}

/** With its sign, as weights are read: "+0.431". */
export function formatSigned(value: number): string {
  return value > 0 && Number.isFinite(value) ? `+${formatNumber(value)}` : formatNumber(value);
}

/** `0.389` as "38.9 %", with a space that does not break. */
export function formatPercent(share: number): string {
  if (!Number.isFinite(share)) return 'none';
  return share === 0 || share === 1
    ? `${share * 100}\u00a0%`
    : `${(share * 100).toFixed(1)}\u00a0%`;
}

/** Beyond these an axis has powers of ten: ticks above the one, and ticks below the other where they are that close. */
const POWERS = { above: 1e7, below: 1e-3, close: 1e-4 };

/** A tick's label: as many decimals as the distance between ticks needs, so that no two of an axis are alike. */
export function formatTick(value: number, step: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || !(step > 0)) return formatNumber(value);
  const place = Math.floor(Math.log10(step) + 1e-9);
  if (size < step * 1e-6) return step < POWERS.close ? '0' : decimalsOf(0, -place);
  const isTiny = size < POWERS.below && step < POWERS.close;
  if (size < POWERS.above && !isTiny) return decimalsOf(value, -place);
  const digits = Math.max(1, Math.floor(Math.log10(size) + 1e-9) - place);
  return value
    .toExponential(Math.min(MOST_DIGITS, digits))
    .replace('e+', 'e')
    .replaceAll('-', MINUS);
}

/** As many as a number of 64 bits has. */
const MOST_DIGITS = 16;

function decimalsOf(value: number, decimals: number): string {
  const digits = Math.min(MOST_DIGITS, Math.max(0, decimals));
  return withMinus(
    value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
}

/** "a", "a and b", "a, b and c". */
export function joinWords(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}
