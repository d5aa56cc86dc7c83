import type { Context, Rect } from '../figure-module';
import { formatTick } from '../format';
import { TEXT, drawText, fitText } from '../text';
import type { Theme } from '../theme';
import type { Gan2dScene } from './scene';

/** The plane's rim and its numbers; above it, what has just happened. */
export function drawFrame(context: Context, scene: Gan2dScene, theme: Theme): void {
  const { layout, ticks, data, toPlane } = scene;
  const { plot } = layout;
  outline(context, plot, theme.ruleStrong);
  const style = { color: theme.inkFaint, size: TEXT.small } as const;
  for (const { value, step } of ticks) {
    const { x, y } = toPlane([value, value], plot);
    const text = formatTick(value, step);
    drawText(context, theme, text, x, plot.y + plot.height + 12, { ...style, align: 'center' });
    drawText(context, theme, text, plot.x - 7, y, { ...style, align: 'right' });
  }
  if (data.note === '') return;
  const note = fitText(data.note, TEXT.label, plot.width);
  drawText(context, theme, note, plot.x, 10, { color: theme.ink, weight: 600 });
}

export function outline(context: Context, { x, y, width, height }: Rect, color: string): void {
  context.setLineDash([]);
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.strokeRect(x - 0.5, y - 0.5, width + 1, height + 1);
}
