import { float32, isCount, isNumber, listOf, oneOf, pairOf, shape, type Check } from '../check';
import { isName } from '../guard-text';
import { LIMITS } from '../limits';

/**
 * A loss over a plane of two numbers, and the ways that optimizers took down it. `surface` is row-major
 * `[rows, columns]`: row 0 lies at the lower end of `y`, column 0 at the lower end of `x`.
 */
export type DescentData = {
  names: [x: string, y: string];
  x: [low: number, high: number];
  y: [low: number, high: number];
  rows: number;
  columns: number;
  surface: Float32Array;
  paths: DescentPath[];
};

/** `points` is row-major `[steps + 1, 5]`: x, y, the loss there and its slope along x and y, as the optimizer saw them. */
export type DescentPath = { name: string; rule: DescentRule; points: Float32Array };

/** The optimizer's formula and its numbers; those that it does not use are 0. `other` is one whose formula we do not know. */
export type DescentRule = {
  kind: 'sgd' | 'momentum' | 'rmsprop' | 'adam' | 'other';
  rate: number;
  momentum: number;
  decay: number;
  beta1: number;
  beta2: number;
  epsilon: number;
};

export const DESCENT_FIELDS = 5;

const isRule = shape<DescentRule>({
  kind: oneOf('sgd', 'momentum', 'rmsprop', 'adam', 'other'),
  rate: isNumber,
  momentum: isNumber,
  decay: isNumber,
  beta1: isNumber,
  beta2: isNumber,
  epsilon: isNumber,
});

const pathShape = shape<DescentPath>({ name: isName, rule: isRule, points: float32 });

const isPath: Check<DescentPath> = (value): value is DescentPath =>
  pathShape(value) && value.points.length > 0 && value.points.length % DESCENT_FIELDS === 0;

const descentShape = shape<DescentData>({
  names: pairOf(isName),
  x: pairOf(isNumber),
  y: pairOf(isNumber),
  rows: isCount,
  columns: isCount,
  surface: float32,
  paths: listOf(isPath, LIMITS.series),
});

export const isDescentData: Check<DescentData> = (value): value is DescentData =>
  descentShape(value) &&
  value.rows >= 2 &&
  value.columns >= 2 &&
  value.surface.length === value.rows * value.columns;
