import {
  int16,
  isCount,
  isFiniteNumber,
  isNumber,
  listOf,
  pairOf,
  shape,
  uint8,
  type Check,
} from '../check';
import { isName } from '../guard-text';

/**
 * A generator and a discriminator in the plane. Places are pairs x, y of whole numbers: thousandths of the window's half
 * side, from its middle; what lies 32 half sides away or more stands there.
 */
export type Gan2dData = {
  /** Both x and y run from the first to the second. */
  window: [number, number];
  real: Int16Array;
  generated: Int16Array;
  /** The noise of each generated point, in thousandths of `span`; empty where noise has not two numbers. */
  noise: Int16Array;
  /** What the discriminator gives each generated point: 0 "generated" to 255 "real". */
  scores: Uint8Array;
  /** Where each generated point has to go for its generator's loss to fall, in thousandths of `steepest`. */
  arrows: Int16Array;
  /** Length of the longest gradient, in loss over units of x and y. */
  steepest: number;
  /** What the discriminator gives each place, `side` by `side`, row by row from the top left. */
  side: number;
  surface: Uint8Array;
  /** Where the generator puts a regular grid of noise, `lines` by `lines`; the grid is from -`span` to `span`. */
  lines: number;
  span: number;
  grid: Int16Array;
  /** Means over the points: what the discriminator gives real ones, and generated ones; its loss, the generator's. */
  means: number[];
  /** What has just happened, in words; empty for nothing in particular. */
  note: string;
};

const MEANS = 4;

const gan2dShape = shape<Gan2dData>({
  window: pairOf(isFiniteNumber),
  real: int16,
  generated: int16,
  noise: int16,
  scores: uint8,
  arrows: int16,
  steepest: isNumber,
  side: isCount,
  surface: uint8,
  lines: isCount,
  span: isNumber,
  grid: int16,
  means: listOf(isNumber, MEANS),
  note: isName,
});

export const isGan2dData: Check<Gan2dData> = (value): value is Gan2dData => {
  if (!gan2dShape(value)) return false;
  const points = value.scores.length * 2;
  return (
    value.window[0] < value.window[1] &&
    value.real.length % 2 === 0 &&
    value.generated.length === points &&
    value.arrows.length === points &&
    (value.noise.length === points || value.noise.length === 0) &&
    value.surface.length === value.side ** 2 &&
    value.grid.length === 2 * value.lines ** 2 &&
    value.means.length === MEANS
  );
};
