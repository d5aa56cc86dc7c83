import { formatNumber } from '../format';

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash ',
  '~': '\\textasciitilde ',
  '^': '\\textasciicircum ',
};

/** A reader's own words in a formula. */
export function texText(text: string): string {
  const safe = text.replace(/[\\~^_%$#&{}]/g, (sign) => ESCAPES[sign] ?? `\\${sign}`);
  return `\\text{${safe}}`;
}

/** A number as formulas have it, with a plain minus sign. */
export function texNumber(value: number): string {
  const text = formatNumber(value).replace('\u2212', '-').replaceAll(',', '{,}');
  const power = /^(-?[\d.]+)e(.+)$/.exec(text.replaceAll('\u2212', '-'));
  if (power) return `${power[1]} \\cdot 10^{${power[2]}}`;
  return /[a-z]/.test(text) ? texText(text) : text;
}

/** A number that stands after a sign of its own: in brackets where it is negative. */
export const texFactor = (value: number) =>
  value < 0 ? `(${texNumber(value)})` : texNumber(value);

/** With the sign that joins it to what stands before. */
export const texTerm = (value: number) =>
  value < 0 ? `- ${texNumber(-value)}` : `+ ${texNumber(value)}`;
