/** A length in CSS pixels to a hundredth, in the fewest characters. */
export function px(value: number): string {
  const text = String(Math.round(value * 100) / 100);
  return text.replace(/^(-?)0\./, '$1.');
}

/** Numbers in a row; a minus parts them by itself. */
export function list(...values: number[]): string {
  return values.map(px).join(' ').replaceAll(' -', '-');
}
