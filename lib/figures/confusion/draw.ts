import type { Context, CursorOf } from '../figure-module';
import { formatCount, formatPercent } from '../format';
import { magnitude, textOn } from '../ramp';
import { TEXT, drawText } from '../text';
import type { Theme } from '../theme';
import { drawExamples } from './examples';
import { drawConfusionLabels } from './draw-labels';
import type { ConfusionScene } from './scene';
import { countAt } from './scores';

/** A share of 1 takes this much of the ramp: its far end is nearly black and would shout. */
const RAMP = 0.62;

export function drawConfusion(
  context: Context,
  scene: ConfusionScene,
  theme: Theme,
  cursor: CursorOf<'confusion'> | null,
): void {
  context.setLineDash([]);
  scene.data.labels.forEach((_, actual) => {
    scene.data.labels.forEach((_, predicted) => drawCell(context, scene, actual, predicted, theme));
  });
  scene.data.labels.forEach((_, i) => outline(context, scene, i, i, 1.5, theme.ink, 2));
  drawConfusionLabels(context, scene, theme, cursor);
  if (scene.opened) {
    outline(context, scene, scene.opened.actual, scene.opened.predicted, 3, theme.paper, 0.5);
    outline(context, scene, scene.opened.actual, scene.opened.predicted, 2, theme.ink, -1);
    drawExamples(context, scene.data, scene.opened, scene.width, theme);
  }
  if (!cursor) return;
  outline(context, scene, cursor.actual, cursor.predicted, 3, theme.paper, 0.5);
  outline(context, scene, cursor.actual, cursor.predicted, 2.5, theme.accent, -1.5);
}

/** The share of the row's cases that are in this cell. */
function shareAt(scene: ConfusionScene, actual: number, predicted: number): number {
  return countAt(scene.data, actual, predicted) / (scene.scores.rows[actual]?.total || NaN);
}

function drawCell(
  context: Context,
  scene: ConfusionScene,
  actual: number,
  predicted: number,
  theme: Theme,
): void {
  const { plot, cell, shares } = scene;
  const x = plot.x + predicted * cell.width;
  const y = plot.y + actual * cell.height;
  const share = shareAt(scene, actual, predicted);
  const fill = magnitude(Number.isFinite(share) ? share * RAMP : 0, theme);
  context.fillStyle = fill;
  context.fillRect(x + 1, y + 1, cell.width - 2, cell.height - 2);
  if (fill === theme.paper) {
    context.strokeStyle = theme.rule;
    context.lineWidth = 1;
    context.strokeRect(x + 1.5, y + 1.5, cell.width - 3, cell.height - 3);
  }
  const middle = { x: x + cell.width / 2, y: y + cell.height / 2 };
  const cases = countAt(scene.data, actual, predicted);
  const count = formatCount(cases);
  const style = {
    color: cases === 0 ? theme.inkFaint : textOn(fill, theme),
    align: 'center',
  } as const;
  const weight = actual === predicted ? 600 : 400;
  const size = shares ? 16 : TEXT.label;
  drawText(context, theme, count, middle.x, middle.y - (shares ? 8 : 0), {
    ...style,
    size,
    weight,
  });
  if (!shares) return;
  drawText(context, theme, formatPercent(share), middle.x, middle.y + 11, {
    ...style,
    size: TEXT.small,
  });
}

function outline(
  context: Context,
  { plot, cell }: ConfusionScene,
  actual: number,
  predicted: number,
  width: number,
  color: string,
  inset: number,
): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  const x = plot.x + predicted * cell.width + inset;
  const y = plot.y + actual * cell.height + inset;
  context.strokeRect(x, y, cell.width - 2 * inset, cell.height - 2 * inset);
}
