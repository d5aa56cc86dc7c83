import { isCount, isNumber, listOf, shape, uint32, type Check } from '../check';
import { isName } from '../guard-text';
import { LIMITS } from '../limits';

/**
 * How many values there are of each size. `bins` cut `[low, high]` into equal parts; `sizes` count |value| by powers
 * of ten: equal parts of log10 from `SIZE_LOW` to `SIZE_HIGH`, with what is beyond in the first and last. Exact zeros
 * are in `zeros` and in `bins`, but not in `sizes`; what is not finite is in `broken` alone.
 */
export type Distribution = {
  low: number;
  high: number;
  bins: Uint32Array;
  sizes: Uint32Array;
  zeros: number;
  broken: number;
  mean: number;
  deviation: number;
  /** Mean of |value|. */
  size: number;
};

/**
 * `dead` is how many units are 0 for every example, `saturated` the share of activations at which the function has
 * less than 5 % of its steepest slope; NaN where neither is known of the function. The lists have one element, or none.
 */
export type HistogramLayer = {
  name: string;
  activation: string;
  units: number;
  dead: number;
  saturated: number;
  activations: Distribution[];
  gradients: Distribution[];
  weights: Distribution[];
};

export type HistogramsData = { examples: number; layers: HistogramLayer[] };

const isDistribution = shape<Distribution>({
  low: isNumber,
  high: isNumber,
  bins: uint32,
  sizes: uint32,
  zeros: isCount,
  broken: isCount,
  mean: isNumber,
  deviation: isNumber,
  size: isNumber,
});

const one = listOf(isDistribution, 1);

const isLayer = shape<HistogramLayer>({
  name: isName,
  activation: isName,
  units: isCount,
  dead: isNumber,
  saturated: isNumber,
  activations: one,
  gradients: one,
  weights: one,
});

export const isHistogramsData: Check<HistogramsData> = shape<HistogramsData>({
  examples: isCount,
  layers: listOf(isLayer, LIMITS.layers),
});

/** Decades that `sizes` covers. */
export const SIZE_LOW = -12;
export const SIZE_HIGH = 4;
