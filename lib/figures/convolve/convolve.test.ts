import { describe, expect, it } from 'vitest';
import { convolve, termsAt } from './convolve';
import { cellUnder, geometryOf, outputNear } from './geometry';
import { layOut } from './stepper';
import { maxTex, sumTex } from './stepper-terms';

const plane = (rows: number[][]) => ({
  height: rows.length,
  width: rows[0]?.length ?? 0,
  values: Float32Array.from(rows.flat()),
});
const steps = { stride: 1, dilation: 1, padding: 'valid' } as const;
const input = plane([
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
]);
const kernel = plane([
  [1, 0],
  [0, -1],
]);

describe('geometry', () => {
  it('has the output sizes that Dumoulin and Visin list', () => {
    const size = (n: number, k: number, over: object) =>
      geometryOf({ height: n, width: n }, { height: k, width: k }, { ...steps, ...over }).output
        .width;
    expect(size(4, 3, {})).toBe(2);
    expect(size(5, 3, { padding: 'same' })).toBe(5);
    expect(size(5, 3, { stride: 2 })).toBe(2);
    expect(size(6, 3, { stride: 2, padding: 'same' })).toBe(3);
    expect(size(7, 3, { dilation: 2 })).toBe(3);
    expect(size(2, 3, {})).toBe(0);
  });

  it('pads one more after than before, as TensorFlow does', () => {
    const { before, after } = geometryOf({ height: 6, width: 6 }, { height: 3, width: 2 }, { ...steps, stride: 2, padding: 'same' }); // prettier-ignore
    expect([before, after]).toEqual([
      { row: 0, column: 0 },
      { row: 1, column: 0 },
    ]);
  });

  it('finds what lies under the window, and the window around a cell', () => {
    const geometry = geometryOf(input, plane([[1, 1, 1], [1, 1, 1], [1, 1, 1]]), { ...steps, padding: 'same' }); // prettier-ignore
    expect(cellUnder(geometry, { row: 0, column: 2 }, { row: 0, column: 2 })).toEqual({ row: -1, column: 3 }); // prettier-ignore
    expect(outputNear(geometry, { row: 1, column: 2 })).toEqual({ row: 1, column: 2 });
  });
});

describe('convolution', () => {
  it('sums products, by hand', () => {
    const out = convolve(input, kernel, geometryOf(input, kernel, steps), 0.5);
    expect([...out.values]).toEqual([-3.5, -3.5, -3.5, -3.5]);
    const ones = plane([[1, 1], [1, 1]]); // prettier-ignore
    expect([...convolve(input, ones, geometryOf(input, ones, steps)).values]).toEqual([12, 16, 24, 28]); // prettier-ignore
  });

  it('takes padding as zero', () => {
    const geometry = geometryOf(input, kernel, { ...steps, padding: 'same' });
    // One row below and one column at the right.
    expect([...convolve(input, kernel, geometry).values]).toEqual([-4, -4, 3, -4, -4, 6, 7, 8, 9]);
    expect(termsAt(input, kernel, geometry, { row: 2, column: 2 })).toEqual([
      { value: 9, weight: 1, padded: false },
      { value: 0, weight: 0, padded: true },
      { value: 0, weight: 0, padded: true },
      { value: 0, weight: -1, padded: true },
    ]);
  });

  it('leaves gaps with a dilation', () => {
    const geometry = geometryOf(input, kernel, { ...steps, dilation: 2 });
    expect([...convolve(input, kernel, geometry).values]).toEqual([1 - 9]);
  });
});

it('writes the sum out, a line for each row of the kernel, and the greatest of a pool', () => {
  const stepped = { input, kernel, geometry: geometryOf(input, kernel, steps) };
  expect(sumTex(stepped, { row: 0, column: 0 }, '-4')).toBe(
    String.raw`\begin{aligned}z &= 1\!\cdot\!1+2\!\cdot\!0\\&\quad +4\!\cdot\!0+5\!\cdot\!(-1)\\&= -4\end{aligned}`,
  );
  expect(maxTex({ ...stepped, kernel: null }, { row: 1, column: 1 }, '9')).toBe(
    String.raw`\max(5,\,6,\,8,\,9) = 9`,
  );
});

it('fits any width, with numbers in the window wherever it can', () => {
  const image = { height: 28, width: 28, values: new Float32Array(784) };
  const weights = { height: 5, width: 5, values: new Float32Array(25) };
  const geometry = geometryOf(image, weights, steps);
  const output = convolve(image, weights, geometry);
  const names = { input: 'a', output: 'b' };
  const stepped = { input: image, kernel: weights, output, geometry, outputRange: { low: 0, high: 1 }, names }; // prettier-ignore
  for (const width of [320, 343, 640, 900]) {
    const stepper = layOut(stepped, width);
    expect(stepper.width).toBe(width);
    expect(stepper.outputPlace.x).toBeGreaterThan(stepper.inputPlace.x + stepper.inputPlace.width);
  }
  expect(layOut(stepped, 343).cell).toBeGreaterThanOrEqual(30);
});
