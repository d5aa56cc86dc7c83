import { float32, isCount, listOf, oneOf, shape, type Check } from '../check';
import { isName } from '../guard-text';
import { LIMITS } from '../limits';

/** `values` is row-major `[rows, columns]`. `diverging` runs blue-paper-orange around zero, `magnitude` one ramp. */
export type MatrixData = {
  rows: number;
  columns: number;
  values: Float32Array;
  rowLabels: string[];
  columnLabels: string[];
  scale: 'diverging' | 'magnitude';
};

const matrixShape = shape<MatrixData>({
  rows: isCount,
  columns: isCount,
  values: float32,
  rowLabels: listOf(isName, LIMITS.labels),
  columnLabels: listOf(isName, LIMITS.labels),
  scale: oneOf('diverging', 'magnitude'),
});

export const isMatrixData: Check<MatrixData> = (value): value is MatrixData =>
  matrixShape(value) && value.values.length === value.rows * value.columns;
