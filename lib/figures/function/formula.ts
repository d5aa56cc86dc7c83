import { escapeTex, texNumber } from '../plot/tex';

type Known = {
  /** The function, with x in place of its argument. */
  value(x: string): string;
  slope(x: string): string;
};

/** A negative number as an argument stands in parentheses where a power or product needs them. */
const held = (x: string) => (x.startsWith('-') ? `(${x})` : x);

/** The formulas that the figure can fill with numbers, by what `show.functions` calls the function. */
const KNOWN: Readonly<Record<string, Known>> = {
  linear: { value: (x) => x, slope: () => '1' },
  step: { value: (x) => `[\\,${x} > 0\\,]`, slope: () => '0' },
  relu: { value: (x) => `\\max(0,\\ ${x})`, slope: (x) => `[\\,${x} > 0\\,]` },
  'leaky relu': {
    value: (x) => `\\max(0.1 \\cdot ${held(x)},\\ ${x})`,
    slope: (x) => `\\begin{cases} 1 & ${x} > 0 \\\\ 0.1 & \\text{else} \\end{cases}`,
  },
  sigmoid: {
    value: (x) => `\\frac{1}{1 + e^{-${held(x)}}}`,
    slope: (x) => `\\sigma(${x})\\,(1 - \\sigma(${x}))`,
  },
  tanh: {
    value: (x) => `\\frac{e^{${x}} - e^{-${held(x)}}}{e^{${x}} + e^{-${held(x)}}}`,
    slope: (x) => `1 - \\tanh^2(${x})`,
  },
  elu: {
    value: (x) => `\\begin{cases} ${x} & ${x} > 0 \\\\ e^{${x}} - 1 & \\text{else} \\end{cases}`,
    slope: (x) => `\\begin{cases} 1 & ${x} > 0 \\\\ e^{${x}} & \\text{else} \\end{cases}`,
  },
  gelu: {
    value: (x) => `${held(x)} \\cdot \\Phi(${x})`,
    slope: (x) => `\\Phi(${x}) + ${held(x)} \\cdot \\varphi(${x})`,
  },
  swish: {
    value: (x) => `${held(x)} \\cdot \\sigma(${x})`,
    slope: (x) => `\\sigma(${x})\\,(1 + ${held(x)}\\,(1 - \\sigma(${x})))`,
  },
  softplus: { value: (x) => `\\ln(1 + e^{${x}})`, slope: (x) => `\\sigma(${x})` },
};

/** Both, with the numbers at one x. Without a known formula it is the numbers alone. */
export function functionFormula(
  { name, known }: { name: string; known: string },
  numbers: { x: number; y: number; slope: number },
): string {
  const x = texNumber(numbers.x);
  const [y, slope] = [texNumber(numbers.y), texNumber(numbers.slope)];
  const symbol = known === 'sigmoid' ? '\\sigma' : `\\text{${escapeTex(name)}}`;
  const formula = KNOWN[known];
  const between = (part: 'value' | 'slope') => (formula ? ` = ${formula[part](x)}` : '');
  return (
    `\\begin{aligned} ${symbol}(${x}) &${between('value')} = ${y} \\\\[2pt] ` +
    `${symbol}'(${x}) &${between('slope')} = ${slope} \\end{aligned}`
  );
}
