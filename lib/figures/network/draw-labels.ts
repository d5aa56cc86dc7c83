import type { Context, CursorOf } from '../figure-module';
import { TEXT, drawText } from '../text';
import type { Theme } from '../theme';
import type { NetworkScene } from './scene';

/** The layers' names above, the inputs' at the left, the outputs' at the right. */
export function drawLabels(
  context: Context,
  scene: NetworkScene,
  theme: Theme,
  cursor: CursorOf<'network'> | null,
): void {
  drawHeadings(context, scene, theme);
  drawInputs(context, scene, theme, cursor);
  drawOutputs(context, scene, theme);
}

function drawHeadings(context: Context, scene: NetworkScene, theme: Theme): void {
  for (const column of scene.layout.columns) {
    column.heading.forEach((line, i) => {
      const strong = i === 0;
      drawText(context, theme, line, column.x, 8 + i * 16, {
        color: strong ? theme.ink : theme.inkFaint,
        size: strong ? TEXT.label : TEXT.small,
        weight: strong ? 600 : 400,
        align: 'center',
      });
    });
  }
}

function drawInputs(
  context: Context,
  scene: NetworkScene,
  theme: Theme,
  cursor: CursorOf<'network'> | null,
): void {
  const column = scene.layout.columns[0];
  if (!column) return;
  const every = labelEvery(column.spacing);
  const chosen = cursor?.layer === 0 ? cursor.unit : cursor?.layer === 1 ? cursor.from : null;
  column.nodes.forEach(({ x, y }, unit) => {
    const label = scene.layout.inputLabels[unit];
    if (label === undefined || unit % every !== 0) return;
    drawText(context, theme, label, x - column.radius - 8, y, {
      color: chosen === unit ? theme.ink : theme.inkSoft,
      size: scene.layout.labelSize,
      weight: chosen === unit ? 600 : 400,
      align: 'right',
    });
  });
}

function drawOutputs(context: Context, scene: NetworkScene, theme: Theme): void {
  const { columns, labelSize: size, outputLabels, outputBelow } = scene.layout;
  const column = columns[columns.length - 1];
  if (!column || columns.length < 2) return;
  const every = labelEvery(column.spacing);
  column.nodes.forEach(({ x, y }, unit) => {
    const label = outputLabels[unit];
    if (label === undefined || unit % every !== 0) return;
    const place = outputBelow
      ? ({ x, y: y + column.radius + 14, align: 'center' } as const)
      : ({ x: x + column.radius + 8, y, align: 'left' } as const);
    const style = { color: theme.inkSoft, size, align: place.align, halo: theme.paper } as const;
    drawText(context, theme, label, place.x, place.y, style);
  });
}

/** Only every so many labels where units stand closer than a line of text. */
const labelEvery = (spacing: number) => Math.max(1, Math.ceil(13 / Math.max(0.5, spacing)));
