import type { Context, CursorOf } from '../figure-module';
import { TEXT, drawText, fitText } from '../text';
import type { Theme } from '../theme';
import type { MatrixScene } from './scene';

const LINE = 14;

/** Row labels at the left, column labels above, upright where they don't fit; some are left out where all would touch. */
export function drawMatrixLabels(
  context: Context,
  scene: MatrixScene,
  theme: Theme,
  cursor: CursorOf<'matrix'> | null,
): void {
  const { data, plot, cell, pool } = scene;
  const everyRow = every(cell.height / pool.blockRows);
  data.rowLabels.forEach((label, row) => {
    const chosen = cursor?.row === row;
    if (row % everyRow !== 0 && !chosen) return;
    if (cursor && !chosen && Math.abs(cursor.row - row) < everyRow) return;
    const y = plot.y + ((row + 0.5) / pool.blockRows) * cell.height;
    drawText(context, theme, fitText(label, TEXT.label, scene.labels - 10), plot.x - 8, y, {
      color: chosen ? theme.ink : theme.inkSoft,
      weight: chosen ? 600 : 400,
      align: 'right',
    });
  });
  const everyColumn = every(
    cell.width / pool.blockColumns,
    scene.turned ? LINE : scene.labelWidth + 8,
  );
  data.columnLabels.forEach((label, column) => {
    const chosen = cursor?.column === column;
    if (column % everyColumn !== 0 && !chosen) return;
    if (cursor && !chosen && Math.abs(cursor.column - column) < everyColumn) return;
    drawColumnLabel(context, scene, theme, label, column, chosen);
  });
}

/** The round stride at which labels of this extent don't touch. */
function every(size: number, extent = LINE): number {
  const needed = extent / size;
  const power = 10 ** Math.max(0, Math.floor(Math.log10(needed)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((stride) => stride >= needed) ?? 1;
}

function drawColumnLabel(
  context: Context,
  scene: MatrixScene,
  theme: Theme,
  label: string,
  column: number,
  chosen: boolean,
): void {
  const { plot, cell, pool, turned } = scene;
  const style = {
    color: chosen ? theme.ink : theme.inkSoft,
    size: TEXT.small,
    weight: chosen ? 600 : 400,
    align: turned ? 'left' : 'center',
  } as const;
  context.save();
  context.translate(plot.x + ((column + 0.5) / pool.blockColumns) * cell.width, plot.y - 8);
  if (turned) context.rotate(-Math.PI / 2);
  drawText(context, theme, turned ? fitText(label, TEXT.small, 92) : label, 0, 0, style);
  context.restore();
}
