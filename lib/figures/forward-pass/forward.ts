import type { DenseLayer, DenseNetwork } from './dense-network';

/** The row itself, then what each layer passes on; the last has one number, the probability. */
export function forward(network: DenseNetwork, row: ArrayLike<number>): Float64Array[] {
  const values = [Float64Array.from(row)];
  network.forEach((layer, index) => {
    const last = index === network.length - 1;
    values.push(weightedSums(layer, values[index]!).map(last ? sigmoid : relu));
  });
  return values;
}

/** The probability that the network gives to a row. */
export function answerOf(network: DenseNetwork, row: ArrayLike<number>): number {
  return forward(network, row)[network.length]![0]!;
}

function weightedSums({ units, kernel, bias }: DenseLayer, values: Float64Array): Float64Array {
  const sums = Float64Array.from(bias);
  values.forEach((value, from) => {
    for (let to = 0; to < units; to++) sums[to]! += value * kernel[from * units + to]!;
  });
  return sums;
}

const relu = (x: number) => Math.max(0, x);
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
