import type { NetworkLayer } from '@/lib/protocol';

/** The largest finite size of a weight and of a bias in a layer. */
export type LayerScale = { weight: number; bias: number };
/** One scale for the biases of the whole network: a unit's fill can be compared with any other's. */
export const biasScale = (scales: readonly LayerScale[]): number =>
  Math.max(0, ...scales.map(({ bias }) => bias));

type Framed = { data: { layers: readonly NetworkLayer[] } };
const cache = new WeakMap<Framed, LayerScale[]>();

/**
 * Each layer's scale over all frames kept, not over the one shown: so a weight that grows while
 * training is drawn growing, and scrubbing back compares like with like.
 */
export function layerScales(history: { frames: readonly Framed[] }): LayerScale[] {
  const scales: LayerScale[] = [];
  for (const frame of history.frames) {
    scalesOf(frame).forEach((one, i) => {
      const known = scales[i] ?? { weight: 0, bias: 0 };
      scales[i] = {
        weight: Math.max(known.weight, one.weight),
        bias: Math.max(known.bias, one.bias),
      };
    });
  }
  return scales;
}

function scalesOf(frame: Framed): LayerScale[] {
  const known = cache.get(frame);
  if (known) return known;
  const scales = frame.data.layers.map((layer) => ({
    weight: largest(layer.kernel),
    bias: largest(layer.bias),
  }));
  cache.set(frame, scales);
  return scales;
}

function largest(values: Float32Array): number {
  let size = 0;
  for (const value of values) {
    const one = Math.abs(value);
    if (one > size && one < Infinity) size = one;
  }
  return size;
}
