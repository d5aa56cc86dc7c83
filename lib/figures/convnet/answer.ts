import { activationOf } from '../dense/activation';
import { numberTex } from '../convolve/stepper-terms';
import { mapName, type ConvnetData } from './names';

/** What one map, or one unit, of the layer before adds to an output: the products behind it, and their sum. */
export type Part = { name: string; products: Float32Array; share: number };

/** An output that the reader opened: what its sum is made of. */
export type Answer = {
  index: number;
  parts: Part[];
  bias: number;
  /** The parts and the bias. */
  sum: number;
  value: number;
  /** Of a part's products, row by row; 1 by 1 for a unit. */
  height: number;
  width: number;
};

/** Null where the frame doesn't have the weights, or there is no such output. */
export function openAnswer(data: ConvnetData, index: number): Answer | null {
  const { head, labels } = data;
  if (!head || index < 0 || index >= labels.length) return null;
  const maps = head.ofMaps ? data.layers.at(-1)?.maps : undefined;
  const count = maps?.count ?? head.inputs.length;
  const [height, width] = [maps?.height ?? 1, maps?.width ?? 1];
  const parts = Array.from({ length: count }, (_, part): Part => {
    const products = Float32Array.from({ length: height * width }, (_, at) => {
      // Flattened, the maps are the last axis.
      const from = at * count + part;
      return (head.inputs[from] ?? NaN) * (head.kernel[from * labels.length + index] ?? NaN);
    });
    const name = maps ? mapName(data, data.layers.length, part) : `unit ${part + 1}`;
    return { name, products, share: products.reduce((sum, product) => sum + product, 0) };
  });
  const bias = head.bias[index] ?? 0;
  const sum = parts.reduce((total, { share }) => total + share, bias);
  return { index, parts, bias, sum, value: data.outputs[index] ?? NaN, height, width };
}

/** As many terms as a line holds. */
const TERMS = 4;

/** The largest shares, the others together, the bias; then what the activation makes of the sum. */
export function answerTex(data: ConvnetData, answer: Answer, pointed: number | null): string {
  const { parts, bias, sum, value } = answer;
  const size = (at: number) => Math.abs(parts[at]?.share ?? 0);
  const order = parts.map((_, at) => at).sort((a, b) => size(b) - size(a));
  const first = pointed === null ? order : [pointed, ...order.filter((at) => at !== pointed)];
  const listed = first.slice(0, TERMS);
  const rest = first.slice(TERMS).reduce((total, at) => total + (parts[at]?.share ?? 0), 0);
  const terms = listed.map((at) =>
    termTex(parts[at]?.share ?? NaN, at === pointed ? '\\boldsymbol{$}' : '$'),
  );
  const others = parts.length - listed.length;
  const braced = (words: string) => `\\underbrace{$}_{\\text{${words}}}`;
  if (others > 0) terms.push(termTex(rest, braced(others > 1 ? `${others} others` : 'the other')));
  terms.push(termTex(bias, braced('bias')));
  const line = `z = ${terms.join('').replace(/^\+/, '')} = ${numberTex(sum)}`;
  const ending = activationTex(data.head?.activation ?? 'linear', sum, value);
  return ending === '' ? line : `\\begin{gathered}${line}\\\\[4pt]${ending}\\end{gathered}`;
}

/** With its sign before it; `$` in `around` is the number without. */
const termTex = (value: number, around: string) =>
  (value < 0 ? '-' : '+') + around.replace('$', () => numberTex(Math.abs(value)));

function activationTex(name: string, sum: number, value: number): string {
  if (name === 'linear') return '';
  if (name === 'softmax') {
    return `\\operatorname{softmax}(z) = \\frac{e^{${numberTex(sum)}}}{\\sum_j e^{z_j}} = ${numberTex(value)}`;
  }
  return `${activationOf(name).tex}(${numberTex(sum)}) = ${numberTex(value)}`;
}
