import type { Context, CursorOf } from '../figure-module';
import { formatCount } from '../format';
import { TEXT, drawText } from '../text';
import type { Theme } from '../theme';
import type { ConfusionScene } from './scene';

/** "actual" heads the rows, "predicted" the columns; each row ends in its number of cases. */
export function drawConfusionLabels(
  context: Context,
  scene: ConfusionScene,
  theme: Theme,
  cursor: CursorOf<'confusion'> | null,
): void {
  const { plot } = scene;
  const heading = { color: theme.inkFaint, size: TEXT.small } as const;
  drawText(context, theme, 'predicted', plot.x + plot.width / 2, 10, {
    ...heading,
    align: 'center',
  });
  drawText(context, theme, 'actual', plot.x - 12, plot.y - 16, { ...heading, align: 'right' });
  drawText(context, theme, 'total', plot.x + plot.width + 52, plot.y - 16, {
    ...heading,
    align: 'right',
  });
  scene.data.labels.forEach((_, i) => {
    drawRow(context, scene, i, theme, cursor?.actual === i);
    drawColumn(context, scene, i, theme, cursor?.predicted === i);
  });
}

function drawRow(
  context: Context,
  scene: ConfusionScene,
  row: number,
  theme: Theme,
  chosen: boolean,
): void {
  const { plot, cell, rowLabels, scores } = scene;
  const y = plot.y + (row + 0.5) * cell.height;
  const color = chosen ? theme.ink : theme.inkSoft;
  const weight = chosen ? 600 : 400;
  drawText(context, theme, rowLabels[row] ?? '', plot.x - 12, y, { color, weight, align: 'right' });
  const total = formatCount(scores.rows[row]?.total ?? 0);
  drawText(context, theme, total, plot.x + plot.width + 52, y, { color, weight, align: 'right' });
}

function drawColumn(
  context: Context,
  scene: ConfusionScene,
  column: number,
  theme: Theme,
  chosen: boolean,
): void {
  const { plot, cell, columnLabels, turned } = scene;
  context.save();
  context.translate(plot.x + (column + 0.5) * cell.width, plot.y - (turned ? 10 : 16));
  if (turned) context.rotate(-Math.PI / 2);
  drawText(context, theme, columnLabels[column] ?? '', 0, 0, {
    color: chosen ? theme.ink : theme.inkSoft,
    weight: chosen ? 600 : 400,
    align: turned ? 'left' : 'center',
  });
  context.restore();
}
