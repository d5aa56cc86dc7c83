import { texText } from '../tex';

type Form = {
  /** Of the inputs. */
  value(...inputs: string[]): string;
  /** By each input, of the inputs and then the output; null where it is no short formula. */
  by?: ((inputs: readonly string[], output: string) => string)[];
};

const FORMS: Readonly<Record<string, Form>> = {
  Add: { value: (a, b) => `${a} + ${b}`, by: [() => '1', () => '1'] },
  Sub: { value: (a, b) => `${a} - ${b}`, by: [() => '1', () => '-1'] },
  Multiply: { value: (a, b) => `${a} \\cdot ${b}`, by: [([, b]) => b!, ([a]) => a!] },
  RealDiv: {
    value: (a, b) => `\\frac{${a}}{${b}}`,
    by: [([, b]) => `\\tfrac{1}{${b}}`, ([a, b]) => `-\\tfrac{${a}}{${b}^2}`],
  },
  Neg: { value: (a) => `-${a}`, by: [() => '-1'] },
  Square: { value: (a) => `{${a}}^2`, by: [([a]) => `2${a}`] },
  SquaredDifference: {
    value: (a, b) => `(${a} - ${b})^2`,
    by: [([a, b]) => `2(${a} - ${b})`, ([a, b]) => `2(${b} - ${a})`],
  },
  Sqrt: { value: (a) => `\\sqrt{${a}}`, by: [(_, out) => `\\tfrac{1}{2${out}}`] },
  Exp: { value: (a) => `e^{${a}}`, by: [(_, out) => out] },
  Log: { value: (a) => `\\log ${a}`, by: [([a]) => `\\tfrac{1}{${a}}`] },
  Sigmoid: { value: (a) => `\\sigma(${a})`, by: [(_, out) => `${out}(1 - ${out})`] },
  Tanh: { value: (a) => `\\tanh(${a})`, by: [(_, out) => `1 - {${out}}^2`] },
  Relu: { value: (a) => `\\max(0, ${a})` },
  Softplus: { value: (a) => `\\log(1 + e^{${a}})`, by: [([a]) => `\\sigma(${a})`] },
  Sum: { value: (a) => `\\textstyle\\sum ${a}` },
  Mean: { value: (a) => `\\overline{${a}}` },
  BatchMatMul: { value: (a, b) => `${a} \\, ${b}` },
};

/** How the output comes from its inputs. */
export function forwardTex(op: string, inputs: readonly string[]): string {
  return FORMS[op]?.value(...inputs) ?? `${texText(op.toLowerCase())}(${inputs.join(', ')})`;
}

/** The derivative of the output by the `k`-th input. */
export function localTex(
  op: string,
  inputs: readonly string[],
  k: number,
  output: string,
): string | null {
  return FORMS[op]?.by?.[k]?.(inputs, output) ?? null;
}
