import type { NetworkLayer } from '@/lib/protocol';
import { activationOf } from './activation';
import { texFactor, texNumber, texTerm, texText } from './tex';
import { BIAS } from './weight-edit';

/** A unit of a dense layer, and what comes into it. */
export type UnitTerms = {
  layer: NetworkLayer;
  unit: number;
  /** What the inputs are called, by index. */
  nameOf(from: number): string;
  /** What they give for an example; null to write the names in their place. */
  values: readonly number[] | null;
  /** What the unit gives for it. */
  result: number;
  /** Underlined; null for none. */
  marked: number | null;
};

/** Terms that are written out; the rest is one number. */
const MOST_TERMS = 4;

/** The unit's sum with its numbers, and what its activation makes of it. */
export function unitFormula(terms: UnitTerms): string {
  const { layer, values, result } = terms;
  const { tex } = activationOf(layer.activation);
  const sum = sumOf(terms);
  const lines = [`z &= ${sum}${values ? ` = ${texNumber(total(terms))}` : ''}`];
  const outcome = values ? ` = ${texNumber(result)}` : '';
  if (layer.activation === 'softmax') {
    lines.push(`a &= \\frac{e^{z}}{\\sum_k e^{z_k}}${outcome}`);
  } else if (tex !== '') {
    lines.push(`a &= ${tex}(${values ? texNumber(total(terms)) : 'z'})${outcome}`);
  }
  return `\\begin{aligned} ${lines.join(' \\\\ ')} \\end{aligned}`;
}

const weightAt = ({ layer, unit }: UnitTerms, from: number) =>
  layer.kernel[from * layer.units + unit] ?? NaN;

const productAt = (terms: UnitTerms, from: number) =>
  weightAt(terms, from) * (terms.values?.[from] ?? 1);

function total(terms: UnitTerms): number {
  let sum = terms.layer.bias[terms.unit] ?? 0;
  for (let from = 0; from < terms.layer.inputs; from++) sum += productAt(terms, from);
  return sum;
}

function sumOf(terms: UnitTerms): string {
  const { layer, unit, marked } = terms;
  const written = writtenOut(terms);
  const parts = written.map((from, i) => termOf(terms, from, i === 0));
  const rest = layer.inputs - written.length;
  if (rest > 0) parts.push(restOf(terms, written, rest));
  const bias = texTerm(layer.bias[unit] ?? NaN);
  parts.push(marked === BIAS ? underlined(bias) : bias);
  return parts.join(' ');
}

/** All where they are few; else the largest, and the marked one, in their order. */
function writtenOut(terms: UnitTerms): number[] {
  const all = Array.from({ length: terms.layer.inputs }, (_, from) => from);
  if (all.length <= MOST_TERMS) return all;
  const size = (from: number) =>
    from === terms.marked ? Infinity : Math.abs(productAt(terms, from)) || 0;
  const largest = all.sort((a, b) => size(b) - size(a)).slice(0, MOST_TERMS - 1);
  return largest.sort((a, b) => a - b);
}

function termOf(terms: UnitTerms, from: number, first: boolean): string {
  const weight = weightAt(terms, from);
  const value = terms.values?.[from];
  const head = first ? texNumber(weight) : texTerm(weight);
  const name = texText(terms.nameOf(from));
  const product =
    value === undefined
      ? `${head} \\cdot ${name}`
      : `${signOf(head)}\\underset{${name}}{${unsigned(head)} \\cdot ${texFactor(value)}}`;
  return from === terms.marked ? underlined(product) : product;
}

/** Joining signs stand outside of what is written under a term, so that TeX spaces them. */
const signOf = (head: string) => /^[+-] /.exec(head)?.[0] ?? '';
const unsigned = (head: string) => head.replace(/^[+-] /, '');

/** A sign stays before the line, as it joins. */
function underlined(term: string): string {
  return `${signOf(term)}\\underline{${unsigned(term)}}`;
}

function restOf(terms: UnitTerms, written: readonly number[], count: number): string {
  const word = texText(`${count} more`);
  if (!terms.values) return `+ \\underset{${word}}{\\cdots}`;
  let sum = 0;
  for (let from = 0; from < terms.layer.inputs; from++) {
    if (!written.includes(from)) sum += productAt(terms, from);
  }
  const head = texTerm(sum);
  return `${signOf(head)}\\underset{${word}}{${unsigned(head)}}`;
}
