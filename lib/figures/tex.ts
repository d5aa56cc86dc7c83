import { formatNumber } from './format';

/** A number as figures write it, for TeX: "-1.5", "2.3 \cdot 10^{-5}", "1{,}024". */
export function texNumber(value: number): string {
  if (Number.isNaN(value)) return '\\text{NaN}';
  if (!Number.isFinite(value)) return value > 0 ? '\\infty' : '-\\infty';
  const [digits, power] = formatNumber(value).replaceAll('\u2212', '-').split('e');
  const plain = (digits ?? '').replaceAll(',', '{,}');
  return power === undefined ? plain : `${plain} \\cdot 10^{${power}}`;
}

/** Words that stand upright in a formula; what TeX would read as its own is taken literally. */
export function texText(words: string): string {
  const safe = words.replace(/[\\{}$&#^_%~]/g, (sign) => ESCAPES[sign] ?? `\\${sign}`);
  return `\\text{${safe}}`;
}

const ESCAPES: Record<string, string> = {
  '\\': '\\textbackslash ',
  '^': '\\textasciicircum ',
  '~': '\\textasciitilde ',
};
