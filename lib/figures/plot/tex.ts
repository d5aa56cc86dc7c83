import { formatNumber } from '../format';

/** A number as TeX, for instance `-1.2 \cdot 10^{-5}`. */
export function texNumber(value: number): string {
  if (!Number.isFinite(value)) return `\\text{${formatNumber(value)}}`;
  const text = formatNumber(value).replaceAll('\u2212', '-').replaceAll(',', '{,}');
  const [digits = '', power] = text.split('e');
  return power === undefined ? digits : `${digits} \\cdot 10^{${power}}`;
}

/** A reader's own words inside `\text`. */
export const escapeTex = (text: string) =>
  text.replace(/[\\{}$&#%_^~]/g, (sign) => (/[\\^~]/.test(sign) ? ' ' : `\\${sign}`));
