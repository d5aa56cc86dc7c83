import type { FrameData } from '@/lib/protocol';
import { LIMITS } from '@/lib/protocol';
import { readFloats } from './read-values';
import type { Soon } from './soon';
import { mapSoon } from './soon';
import * as tf from './tf';
import type { MatrixLike } from './types/show';

type MatrixData = FrameData['matrix'];
type Grid = { rows: number; columns: number; values: Float32Array };

export type MatrixLabels = {
  rows?: readonly string[];
  columns?: readonly string[];
  scale?: MatrixData['scale'];
};

/**
 * A matrix as the data of a figure; one dimension is one row.
 * @throws {TypeError} if rows differ in length, there are more than two dimensions, or names don't fit.
 */
export function matrixData(
  matrix: MatrixLike | ArrayLike<number>,
  labels: MatrixLabels = {},
): Soon<MatrixData> {
  const grid = matrix instanceof tf.Tensor ? gridOfTensor(matrix) : gridOfRows(matrix);
  return mapSoon(grid, ({ rows, columns, values }) => ({
    rows,
    columns,
    values,
    rowLabels: labelsFor('rows', rows, labels.rows),
    columnLabels: labelsFor('columns', columns, labels.columns),
    scale: labels.scale ?? (values.some((value) => value < 0) ? 'diverging' : 'magnitude'),
  }));
}

function gridOfTensor(tensor: tf.Tensor): Soon<Grid> {
  if (tensor.rank !== 1 && tensor.rank !== 2) {
    throw new TypeError(
      `show.matrix draws two dimensions, but this tensor has the shape [${tensor.shape.join(', ')}]. ` +
        'Take a part of it with slice, or change its shape with reshape.',
    );
  }
  const [rows = 1, columns = 1] = tensor.rank === 1 ? [1, tensor.size] : tensor.shape;
  checkSize(rows, columns);
  return mapSoon(readFloats(tensor), (values) => ({ rows, columns, values }));
}

function gridOfRows(matrix: readonly ArrayLike<number>[] | ArrayLike<number>): Grid {
  if (typeof (matrix as ArrayLike<unknown> | null)?.length !== 'number') {
    throw new TypeError('show.matrix needs a tensor or rows of numbers, like [[1, 2], [3, 4]].');
  }
  const first = matrix[0];
  const isFlat = typeof first === 'number' || matrix.length === 0;
  const list = (isFlat ? [matrix] : matrix) as readonly ArrayLike<number>[];
  const columns = list[0]?.length ?? 0;
  checkSize(list.length, columns);
  const values = new Float32Array(list.length * columns);
  for (const [index, row] of Array.from(list).entries()) {
    if (row?.length !== columns) {
      throw new TypeError(
        `show.matrix: row ${index} has ${row?.length} numbers, but row 0 has ${columns}.`,
      );
    }
    values.set(Array.from(row, Number), index * columns);
  }
  return { rows: list.length, columns, values };
}

function checkSize(rows: number, columns: number): void {
  if (rows * columns <= LIMITS.frameNumbers) return;
  throw new RangeError(
    `show.matrix: ${rows} x ${columns} numbers are too many to draw; ${LIMITS.frameNumbers} are the most.`,
  );
}

/** Without names, the indices. */
function labelsFor(what: string, count: number, names?: readonly string[]): string[] {
  if (names === undefined) return Array.from({ length: count }, (_, index) => String(index));
  if (names.length === count) return names.map(String);
  throw new TypeError(
    `show.matrix: the matrix has ${count} ${what}, but ${names.length} names were given for them.`,
  );
}
