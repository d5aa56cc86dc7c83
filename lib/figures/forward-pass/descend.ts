import type { DenseNetwork } from './dense-network';
import type { LayerGradient } from './gradient';

/** One step of plain gradient descent: each parameter less `rate` times its gradient. */
export function descend(
  network: DenseNetwork,
  gradients: readonly LayerGradient[],
  rate: number,
): DenseNetwork {
  return network.map((layer, index) => ({
    ...layer,
    kernel: layer.kernel.map((weight, i) => weight - rate * gradients[index]!.kernel[i]!),
    bias: layer.bias.map((bias, i) => bias - rate * gradients[index]!.bias[i]!),
  }));
}
