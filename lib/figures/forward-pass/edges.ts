import type { DenseNetwork } from './dense-network';
import { placeOf, type Place } from './place';
import { sampleOf } from './sample';

/** A weight that is drawn: its place in the kernel of `layer` (0 for the first), and its ends. */
export type Edge = { layer: number; index: number; fromUnit: number; from: Place; to: Place };

/** All weights between drawn units. */
export function edgesOf(network: DenseNetwork): Edge[] {
  return network.flatMap(({ inputs, units }, layer) =>
    sampleOf(inputs).flatMap((fromUnit, i) =>
      sampleOf(units).map((toUnit, j) => ({
        layer,
        index: fromUnit * units + toUnit,
        fromUnit,
        from: placeOf(layer, inputs, i),
        to: placeOf(layer + 1, units, j),
      })),
    ),
  );
}
