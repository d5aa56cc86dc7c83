/** Of a recurrent layer, as numbers. `columns` is `units` times the number of its gates. */
export type RecurrentWeights = {
  /** `[features, columns]`, row-major. */
  kernel: Float32Array;
  /** `[units, columns]`, row-major. */
  recurrent: Float32Array;
  /** `[columns]`; empty for none. */
  bias: Float32Array;
  features: number;
  units: number;
};

/** `x` times a row-major matrix of `columns` columns, of which those from `from` on, `count` of them. */
export function product(
  x: ArrayLike<number>,
  matrix: Float32Array,
  columns: number,
  [from, count]: readonly [from: number, count: number],
): Float32Array {
  const sum = new Float64Array(count);
  for (let row = 0; row < x.length; row++) {
    const value = x[row] ?? 0;
    const start = row * columns + from;
    for (let column = 0; column < count; column++) {
      sum[column] = (sum[column] ?? 0) + value * (matrix[start + column] ?? 0);
    }
  }
  return Float32Array.from(sum);
}

/** The part of each unit's sum that comes from the input, with the bias, for one of the gates. */
export function fromInput(
  x: ArrayLike<number>,
  { kernel, bias, units }: RecurrentWeights,
  gate: number,
  gates: number,
): Float32Array {
  const sum = product(x, kernel, units * gates, [gate * units, units]);
  return sum.map((value, unit) => value + (bias[gate * units + unit] ?? 0));
}

/** The part of each unit's sum that comes from a state, for one of the gates. */
export function fromState(
  state: ArrayLike<number>,
  { recurrent, units }: RecurrentWeights,
  gate: number,
  gates: number,
): Float32Array {
  return product(state, recurrent, units * gates, [gate * units, units]);
}
