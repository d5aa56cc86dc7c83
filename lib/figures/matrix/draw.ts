import type { Context, CursorOf } from '../figure-module';
import { formatNumber } from '../format';
import { textOn } from '../ramp';
import { TEXT, drawText } from '../text';
import type { Theme } from '../theme';
import { cellColor } from './cell-color';
import { drawBar } from './draw-bar';
import { drawMatrixLabels } from './draw-labels';
import type { MatrixScene } from './scene';

export function drawMatrix(
  context: Context,
  scene: MatrixScene,
  theme: Theme,
  cursor: CursorOf<'matrix'> | null,
): void {
  drawCells(context, scene, theme);
  drawMatrixLabels(context, scene, theme, cursor);
  drawBar(context, scene, theme);
  if (cursor) drawMark(context, scene, theme, cursor);
}

function drawCells(context: Context, scene: MatrixScene, theme: Theme): void {
  const { plot, cell, pool } = scene;
  // A hairline of paper between cells, where they are large enough to afford it.
  const gap = Math.min(cell.width, cell.height) >= 9 ? 1 : 0;
  context.setLineDash([]);
  pool.values.forEach((value, i) => {
    const x = plot.x + (i % pool.columns) * cell.width;
    const y = plot.y + Math.floor(i / pool.columns) * cell.height;
    const color = cellColor(value, scene, theme);
    context.fillStyle = color;
    // Cells that touch overlap a little, else their seams show.
    context.fillRect(x, y, cell.width - gap + (gap ? 0 : 0.5), cell.height - gap + (gap ? 0 : 0.5));
    if (!Number.isFinite(value)) cross(context, x, y, cell, theme);
    else if (scene.numbers) {
      const style = { color: textOn(color, theme), size: TEXT.small, align: 'center' } as const;
      const middle = { x: x + cell.width / 2, y: y + cell.height / 2 };
      drawText(context, theme, formatNumber(value), middle.x, middle.y, style);
    }
  });
  context.strokeStyle = theme.rule;
  context.lineWidth = 1;
  context.strokeRect(plot.x - 0.5, plot.y - 0.5, plot.width + 1 - gap, plot.height + 1 - gap);
}

function cross(
  context: Context,
  x: number,
  y: number,
  cell: { width: number; height: number },
  theme: Theme,
): void {
  context.strokeStyle = theme.inkFaint;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x + 1, y + 1);
  context.lineTo(x + cell.width - 2, y + cell.height - 2);
  context.moveTo(x + cell.width - 2, y + 1);
  context.lineTo(x + 1, y + cell.height - 2);
  context.stroke();
}

function drawMark(
  context: Context,
  scene: MatrixScene,
  theme: Theme,
  cursor: CursorOf<'matrix'>,
): void {
  const { plot, cell, pool } = scene;
  const x = plot.x + Math.floor(cursor.column / pool.blockColumns) * cell.width;
  const y = plot.y + Math.floor(cursor.row / pool.blockRows) * cell.height;
  context.setLineDash([]);
  context.strokeStyle = theme.paper;
  context.lineWidth = 4;
  context.strokeRect(x - 0.5, y - 0.5, cell.width, cell.height);
  context.strokeStyle = theme.ink;
  context.lineWidth = 2;
  context.strokeRect(x - 0.5, y - 0.5, cell.width, cell.height);
}
