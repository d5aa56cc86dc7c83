import {
  float32,
  isFiniteNumber,
  isNumber,
  listOf,
  oneOf,
  shape,
  text,
  type Check,
} from '../check';
import { isName } from '../guard-text';
import { LIMITS } from '../limits';

/**
 * A function at evenly spaced x. `slope` is its derivative there, found by automatic differentiation or from
 * differences of close values. `known` names a function whose formula the figure knows; empty for none.
 */
export type FunctionCurve = {
  name: string;
  known: string;
  y: Float32Array;
  slope: Float32Array;
  method: 'automatic' | 'differences';
};

/** `from` and `to` are the ends of x; `low` and `high` those of y, or both NaN where they follow from the values. */
export type FunctionData = {
  from: number;
  to: number;
  low: number;
  high: number;
  curves: FunctionCurve[];
};

const curveShape = shape<FunctionCurve>({
  name: isName,
  known: text(LIMITS.key),
  y: float32,
  slope: float32,
  method: oneOf('automatic', 'differences'),
});

const functionShape = shape<FunctionData>({
  from: isFiniteNumber,
  to: isFiniteNumber,
  low: isNumber,
  high: isNumber,
  curves: listOf(curveShape, LIMITS.series),
});

export const isFunctionData: Check<FunctionData> = (value): value is FunctionData => {
  if (!functionShape(value)) return false;
  const points = value.curves[0]?.y.length ?? 0;
  return value.curves.every(({ y, slope }) => y.length === points && slope.length === points);
};
