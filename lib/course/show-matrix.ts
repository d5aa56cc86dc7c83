import type { FrameData } from '@/lib/protocol';
import { LIMITS } from '@/lib/protocol';
import { checkCount, checkLength } from './check-size';
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
 * @throws {RangeError} if it is too large to draw, or a name too long.
 */
export function matrixData(
  matrix: MatrixLike | ArrayLike<number>,
  labels: MatrixLabels = {},
): Soon<MatrixData> {
  checkScale(labels.scale);
  const grid = matrix instanceof tf.Tensor ? gridOfTensor(matrix) : gridOfRows(matrix);
  return mapSoon(grid, ({ rows, columns, values }) => ({
    rows,
    columns,
    values,
    rowLabels: labelsFor('row', rows, labels.rows),
    columnLabels: labelsFor('column', columns, labels.columns),
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
  if (tensor.dtype === 'complex64') {
    throw new TypeError(
      'show.matrix draws real numbers. Take tf.real, tf.imag or tf.abs of this tensor.',
    );
  }
  const [rows = 1, columns = 1] = tensor.rank === 1 ? [1, tensor.size] : tensor.shape;
  checkSize(rows, columns);
  return mapSoon(readFloats(tensor), (values) => ({ rows, columns, values }));
}

function gridOfRows(matrix: readonly ArrayLike<number>[] | ArrayLike<number>): Grid {
  checkList(matrix);
  const first = matrix[0];
  const isFlat = typeof first === 'number' || matrix.length === 0;
  const list = (isFlat ? [matrix] : matrix) as readonly ArrayLike<number>[];
  if (!isFlat) checkList(first);
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
  const remedy = 'Take a part of it, for instance with slice.';
  const check = (count: number | string, total: number, things: string, most: number) =>
    checkCount('show.matrix', { count, total, things, most, remedy });
  check(rows, rows, 'rows', LIMITS.labels);
  check(columns, columns, 'columns', LIMITS.labels);
  check(`${rows} x ${columns}`, rows * columns, 'numbers', LIMITS.frameNumbers);
}

function checkList(list: unknown): void {
  const length = (list as ArrayLike<unknown> | null | undefined)?.length;
  if (Number.isSafeInteger(length) && (length as number) >= 0) return;
  throw new TypeError('show.matrix needs a tensor or rows of numbers, like [[1, 2], [3, 4]].');
}

/** Types are not checked before a cell runs. */
function checkScale(scale: unknown): void {
  if (scale === undefined || scale === 'diverging' || scale === 'magnitude') return;
  throw new TypeError(
    `show.matrix: the scale is 'diverging' or 'magnitude', but got ${String(scale)}.`,
  );
}

/** Without names, the indices. */
function labelsFor(what: string, count: number, names?: readonly string[]): string[] {
  if (names === undefined) return Array.from({ length: count }, (_, index) => String(index));
  if (names.length === count) {
    return Array.from(names, (name) =>
      checkLength(`show.matrix: the name of a ${what}`, name, LIMITS.name),
    );
  }
  throw new TypeError(
    `show.matrix: the matrix has ${count} ${what}s, but ${names.length} names were given for them.`,
  );
}
