import { cellUnder, type Geometry, type Place } from './geometry';
import { valueAt, type Plane } from './plane';

/** One product of a sum: an input's number, which is 0 in the padding, and the weight on it. */
export type Term = { value: number; weight: number; padded: boolean };

/** The products that make one number of the output, in the order of the kernel. */
export function termsAt(input: Plane, kernel: Plane, geometry: Geometry, at: Place): Term[] {
  return Array.from({ length: kernel.values.length }, (_, index) => {
    const cell = { row: Math.floor(index / kernel.width), column: index % kernel.width };
    const value = valueAt(input, cellUnder(geometry, at, cell));
    const padded = isOutside(input, cellUnder(geometry, at, cell));
    return { value: padded ? 0 : value, weight: kernel.values[index] ?? NaN, padded };
  });
}

const isOutside = ({ height, width }: Plane, { row, column }: Place) =>
  row < 0 || column < 0 || row >= height || column >= width;

export const sumOf = (terms: readonly Term[]) =>
  terms.reduce((sum, { value, weight }) => sum + value * weight, 0);

/** The sum of products at each place of the window (a cross-correlation, as all libraries call convolution). */
export function convolve(input: Plane, kernel: Plane, geometry: Geometry, bias = 0): Plane {
  const { output, stride, dilation, before } = geometry;
  const values = new Float32Array(output.height * output.width);
  for (let at = 0; at < values.length; at++) {
    const top = Math.floor(at / output.width) * stride - before.row;
    const left = (at % output.width) * stride - before.column;
    let sum = bias;
    for (let k = 0; k < kernel.values.length; k++) {
      const row = top + Math.floor(k / kernel.width) * dilation;
      const column = left + (k % kernel.width) * dilation;
      if (row < 0 || column < 0 || row >= input.height || column >= input.width) continue;
      sum += (input.values[row * input.width + column] ?? NaN) * (kernel.values[k] ?? NaN);
    }
    values[at] = sum;
  }
  return { ...output, values };
}
