import type { DenseNetwork } from './dense-network';
import { forward } from './forward';

/** Of the loss by a layer's parameters; the same shapes as theirs. */
export type LayerGradient = { kernel: Float64Array; bias: Float64Array };

/**
 * The gradient of the binary cross-entropy of one row by every weight and bias, by backpropagation.
 * With p the answer and y the truth, the error at the last sum is p - y; a ReLU passes it back
 * where it passed its value on.
 */
export function gradientOf(
  network: DenseNetwork,
  row: ArrayLike<number>,
  truth: 0 | 1,
): LayerGradient[] {
  const values = forward(network, row);
  let error: Float64Array = values[network.length]!.map((probability) => probability - truth);
  const gradients: LayerGradient[] = [];
  for (let index = network.length - 1; index >= 0; index--) {
    const before = values[index]!;
    gradients.unshift({ kernel: outerProduct(before, error), bias: error });
    error = passBack(network[index]!.kernel, error, before);
  }
  return gradients;
}

function outerProduct(before: Float64Array, error: Float64Array): Float64Array {
  const product = new Float64Array(before.length * error.length);
  before.forEach((value, from) =>
    error.forEach((part, to) => (product[from * error.length + to] = value * part)),
  );
  return product;
}

/** Each unit's share: the errors that it feeds, weighted, or nothing where its ReLU was shut. */
function passBack(kernel: Float64Array, error: Float64Array, before: Float64Array): Float64Array {
  return before.map((value, from) =>
    value > 0
      ? error.reduce((sum, part, to) => sum + part * kernel[from * error.length + to]!, 0)
      : 0,
  );
}
