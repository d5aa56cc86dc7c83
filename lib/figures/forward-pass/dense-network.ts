/** A dense layer. `kernel[from * units + to]` is a weight, as in TensorFlow.js. */
export type DenseLayer = {
  inputs: number;
  units: number;
  kernel: Float64Array;
  bias: Float64Array;
};

/** Layers in order. All but the last end in a ReLU; the last has one unit, and ends in a sigmoid. */
export type DenseNetwork = readonly DenseLayer[];

/**
 * An untrained network: Glorot-uniform kernels, biases of zero, as Keras and TensorFlow.js start.
 * @param sizes units of each layer, the inputs first
 */
export function createNetwork(sizes: readonly number[], seed: number): DenseNetwork {
  const next = uniform(seed);
  return sizes.slice(1).map((units, index) => {
    const inputs = sizes[index]!;
    const limit = Math.sqrt(6 / (inputs + units));
    const kernel = Float64Array.from({ length: inputs * units }, () => limit * (2 * next() - 1));
    return { inputs, units, kernel, bias: new Float64Array(units) };
  });
}

/**
 * Numbers in [0, 1) from a linear congruential generator; the constants are those of Knuth and Lewis
 * (W. Press et al., "Numerical Recipes in C", 2nd ed., 7.1). Good enough for weights.
 */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
