/** A number as a person writes it, with a comma or a point; null for what is no finite number. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.').replace('−', '-');
  const value = plain === '' ? NaN : Number(plain);
  return Number.isFinite(value) ? value : null;
}
