import { termsAt, type Term } from './convolve';
import { shortNumber } from './draw-cells';
import type { Place } from './geometry';
import type { Stepped } from './stepper';

type Parts = Pick<Stepped, 'input' | 'kernel' | 'geometry'>;

/** The products at this place; under pooling each weight is 1. */
export function termsOf({ input, kernel, geometry }: Parts, at: Place): Term[] {
  const { height, width } = geometry.kernel;
  const ones = { height, width, values: new Float32Array(height * width).fill(1) };
  return termsAt(input, kernel ?? ones, geometry, at);
}

/** The sum written out, a line for each row of the kernel; `ending` comes after it. */
export function sumTex(stepper: Parts, at: Place, ending: string): string {
  const terms = termsOf(stepper, at);
  const columns = stepper.geometry.kernel.width;
  const rows = Array.from({ length: Math.ceil(terms.length / columns) }, (_, row) =>
    terms
      .slice(row * columns, (row + 1) * columns)
      .map((term, column) => termTex(term, row === 0 && column === 0))
      .join(''),
  );
  const lines = rows.map((row, index) => (index === 0 ? `z &= ${row}` : `&\\quad ${row}`));
  return `\\begin{aligned}${[...lines, `&= ${ending}`].join('\\\\')}\\end{aligned}`;
}

/** The greatest of the window's numbers, written out. */
export function maxTex(stepper: Parts, at: Place, ending: string): string {
  const values = termsOf(stepper, at).filter((term) => !term.padded);
  return `\\max(${values.map(({ value }) => numberTex(value)).join(',\\,')}) = ${ending}`;
}

function termTex({ value, weight }: Term, isFirst: boolean): string {
  return `${isFirst ? '' : '+'}${numberTex(value)}\\!\\cdot\\!${weight < 0 ? `(${numberTex(weight)})` : numberTex(weight)}`;
}

export const numberTex = (value: number) =>
  shortNumber(value).replace('−', '-').replace('NaN', '\\text{NaN}').replace('∞', '\\infty');
