import type { CursorOf, Key, Point } from '../figure-module';
import { formatNumber } from '../format';
import { moveInGrid } from '../move-in-grid';
import type { MatrixScene } from './scene';
import { columnName, rowName } from './words';

type MatrixCursor = CursorOf<'matrix'>;

/** The cell under the pointer; of a block, the value that it shows. */
export function hitMatrix(scene: MatrixScene, { x, y }: Point): MatrixCursor | null {
  const { plot, cell, pool, data } = scene;
  const row = Math.floor((y - plot.y) / cell.height);
  const column = Math.floor((x - plot.x) / cell.width);
  if (row < 0 || row >= pool.rows || column < 0 || column >= pool.columns) return null;
  const source = pool.source[row * pool.columns + column] ?? 0;
  return {
    kind: 'matrix',
    row: Math.floor(source / data.columns),
    column: source % data.columns,
  };
}

export function moveMatrix(
  scene: MatrixScene,
  cursor: MatrixCursor | null,
  key: Key,
): MatrixCursor {
  const { rows, columns } = scene.data;
  return { kind: 'matrix', ...moveInGrid(cursor, key, rows, columns) };
}

export function readMatrix({ data }: MatrixScene, { row, column }: MatrixCursor): string {
  const value = data.values[row * data.columns + column] ?? NaN;
  return `${rowName(data, row)}, ${columnName(data, column)}: ${formatNumber(value)}`;
}
