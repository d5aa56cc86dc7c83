import type { Context, Rect } from '../figure-module';
import { formatShort } from '../format-short';
import { TEXT, drawText } from '../text';
import type { Theme } from '../theme';
import type { SeriesScene } from './scene';
import { labelWords } from './unit-words';

export function drawSeriesAxes(context: Context, scene: SeriesScene, theme: Theme): void {
  const { plot, strip, yTicks, xTicks, data, stripTop } = scene;
  const small = { color: theme.inkFaint, size: TEXT.small } as const;
  context.setLineDash([]);
  context.lineWidth = 1;
  for (const { place, text } of yTicks) {
    level(context, plot, place, theme.rule);
    drawText(context, theme, text, plot.x - 8, place, { ...small, align: 'right' });
  }
  drawText(context, theme, data.unit, plot.x, plot.y - 8, small);
  const floor = strip ?? plot;
  const bottom = floor.y + floor.height;
  if (strip) {
    level(context, strip, strip.y, theme.rule);
    const top = formatShort(stripTop);
    drawText(context, theme, top, strip.x - 8, strip.y, { ...small, align: 'right' });
    drawText(context, theme, '0', strip.x - 8, bottom, { ...small, align: 'right' });
    drawText(
      context,
      theme,
      labelWords('size of the error', data.unit),
      strip.x,
      strip.y - 10,
      small,
    );
  }
  level(context, floor, bottom, theme.ruleStrong);
  for (const { place, text } of xTicks) {
    drawText(context, theme, text, place, bottom + 14, { ...small, align: 'center' });
  }
}

/** A horizontal line on whole pixels. */
function level(context: Context, { x, width }: Rect, place: number, color: string): void {
  const y = Math.round(place - 0.5) + 0.5;
  context.strokeStyle = color;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + width, y);
  context.stroke();
}
