import {
  either,
  float32,
  isCount,
  isFiniteNumber,
  isNull,
  listOf,
  pairOf,
  shape,
  uint8,
  type Check,
} from '../check';
import { isName, isCaption } from '../guard-text';
import { LIMITS } from '../limits';
import { isLayer, type NetworkLayer } from './network';

/**
 * A model's answers over a plane of two of its inputs, and the examples on it. Either `layers` lead from the plane's
 * two coordinates to the answer, so that the page can compute it and all that lies between, or `grid` has it sampled.
 */
export type SurfaceData = {
  x: [number, number];
  y: [number, number];
  /** Of the axes. */
  names: [string, string];
  /** Of the classes, in the order of their indices. */
  labels: string[];
  /** `[points, 2]`: where each lies. */
  points: Float32Array;
  /** Of each point. */
  classes: Uint8Array;
  /** Empty where the answer is sampled. The first takes the two coordinates. */
  layers: NetworkLayer[];
  grid: SurfaceGrid | null;
  /** What holds for the model's other inputs, as a sentence; empty where it has no others. */
  held: string;
  /** The control that holds the points; null where none does. */
  control: { cell: string; key: string } | null;
};

/** `values` is `[rows, columns, outputs]` from the top left, each from 0 at `low` to 255 at `high`. */
export type SurfaceGrid = {
  rows: number;
  columns: number;
  outputs: number;
  low: number;
  high: number;
  values: Uint8Array;
  /** `[points, outputs]`: the model's answer for each point. */
  answers: Float32Array;
};

const gridShape = shape<SurfaceGrid>({
  rows: isCount,
  columns: isCount,
  outputs: isCount,
  low: isFiniteNumber,
  high: isFiniteNumber,
  values: uint8,
  answers: float32,
});

const isGrid: Check<SurfaceGrid> = (value): value is SurfaceGrid =>
  gridShape(value) &&
  value.rows > 0 &&
  value.columns > 0 &&
  value.outputs > 0 &&
  value.low < value.high &&
  value.values.length === value.rows * value.columns * value.outputs;

const surfaceShape = shape<SurfaceData>({
  x: pairOf(isFiniteNumber),
  y: pairOf(isFiniteNumber),
  names: pairOf(isName),
  labels: listOf(isName, LIMITS.pointLabels),
  points: float32,
  classes: uint8,
  layers: listOf(isLayer, LIMITS.layers),
  grid: either(isNull, isGrid),
  held: isCaption,
  control: either(isNull, shape({ cell: isName, key: isName })),
});

export const isSurfaceData: Check<SurfaceData> = (value): value is SurfaceData =>
  surfaceShape(value) &&
  value.x[0] < value.x[1] &&
  value.y[0] < value.y[1] &&
  value.points.length === 2 * value.classes.length &&
  (value.grid === null
    ? isChain(value.layers)
    : value.layers.length === 0 &&
      value.grid.answers.length === value.classes.length * value.grid.outputs);

/** From two inputs to at least one output, each layer into the next. */
function isChain(layers: readonly NetworkLayer[]): boolean {
  return (
    layers.length > 0 &&
    layers.every(
      ({ inputs, units }, i) => units > 0 && inputs === (i === 0 ? 2 : layers[i - 1]?.units),
    )
  );
}
